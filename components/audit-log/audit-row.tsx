"use client";

import { ActionIcon, Table } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { IconChevronRight } from "@tabler/icons-react";
import type { AuditEntry } from "../../core/audit-log/audit-entry.ts";
import { Initials } from "../parts/initials.tsx";
import { RelativeTime } from "../parts/relative-time.tsx";
import { actionLabel } from "./action-label.ts";
import { AuditDetail } from "./audit-detail.tsx";
import classes from "./audit-table.module.css";

const number = new Intl.NumberFormat("en");

/** One entry; below it, when opened, everything that is stored of it. */
export function AuditRow({ entry }: { entry: AuditEntry }) {
  const [isOpen, { toggle }] = useDisclosure(false);
  const detailId = `audit-entry-${entry.sequence}`;
  return (
    <>
      <Table.Tr>
        <Table.Td className={classes.opener}>
          <ActionIcon
            size="xs"
            onClick={toggle}
            aria-expanded={isOpen}
            aria-controls={isOpen ? detailId : undefined}
            aria-label={`Entry ${entry.sequence}`}
          >
            <IconChevronRight className={classes.chevron} size={14} stroke={1.9} />
          </ActionIcon>
        </Table.Td>
        <Table.Td className={classes.sequence}>{number.format(entry.sequence)}</Table.Td>
        <Table.Td className={classes.when}>
          <RelativeTime at={entry.at} />
        </Table.Td>
        <Table.Td className={classes.who}>
          <span className={classes.person}>
            <Initials name={entry.actorName} size="s" />
            <bdi>{entry.actorName}</bdi>
          </span>
        </Table.Td>
        <Table.Td>
          <div className={classes.summary} title={entry.summary}>
            {entry.summary}
            <span className={classes.phone}>
              {entry.actorName}, <RelativeTime at={entry.at} />
            </span>
          </div>
        </Table.Td>
        <Table.Td className={classes.action}>{actionLabel(entry.action)}</Table.Td>
        <Table.Td className={classes.digest}>{entry.hash.slice(0, 8)}</Table.Td>
      </Table.Tr>
      {isOpen && <DetailRow id={detailId} entry={entry} />}
    </>
  );
}

function DetailRow({ id, entry }: { id: string; entry: AuditEntry }) {
  const isTablet = useMediaQuery("(max-width: 64em)");
  const isPhone = useMediaQuery("(max-width: 48em)");
  // As many columns as the style sheet leaves: one that spans more would make them again, empty.
  const columns = isPhone ? 2 : isTablet ? 5 : 7;
  return (
    <Table.Tr id={id}>
      <Table.Td colSpan={columns} className={classes.detailCell}>
        <AuditDetail entry={entry} />
      </Table.Td>
    </Table.Tr>
  );
}
