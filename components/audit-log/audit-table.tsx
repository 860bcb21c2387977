"use client";

import { Table, VisuallyHidden } from "@mantine/core";
import { useRef } from "react";
import type { AuditEntry } from "../../core/audit-log/audit-entry.ts";
import { useKeyBinding } from "../shell/keyboard.tsx";
import { AuditRow } from "./audit-row.tsx";
import classes from "./audit-table.module.css";

/** Entries, newest first; each opens to its digests. */
export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  const body = useRef<HTMLTableSectionElement>(null);
  const move = (by: number) => {
    const openers = [...(body.current?.querySelectorAll<HTMLButtonElement>("button[aria-expanded]") ?? [])];
    const at = openers.findIndex((opener) => opener === document.activeElement);
    openers[Math.max(0, Math.min(openers.length - 1, at + by))]?.focus();
  };
  useKeyBinding({ keys: ["j"], label: "Next entry", group: "This page", run: () => move(1) });
  useKeyBinding({ keys: ["k"], label: "Entry before", group: "This page", run: () => move(-1) });
  return (
    <Table className={classes.table}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th className={classes.opener}>
            <VisuallyHidden>Open</VisuallyHidden>
          </Table.Th>
          <Table.Th className={classes.sequence}>Entry</Table.Th>
          <Table.Th className={classes.when}>When</Table.Th>
          <Table.Th className={classes.who}>Who</Table.Th>
          <Table.Th>What</Table.Th>
          <Table.Th className={classes.action}>Action</Table.Th>
          <Table.Th className={classes.digest}>Digest</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody ref={body}>
        {entries.map((entry) => (
          <AuditRow key={entry.sequence} entry={entry} />
        ))}
      </Table.Tbody>
    </Table>
  );
}
