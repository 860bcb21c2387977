"use client";

import { ActionIcon, Button, Kbd, Menu, SegmentedControl, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { IconFilter, IconSearch, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { auditResults } from "../../core/evidence/audit-finding.ts";
import { runStatuses } from "../../core/run/run-status.ts";
import { statusText } from "../parts/status-text.ts";
import { useApi } from "../shell/api.ts";
import { useKeyBinding } from "../shell/keyboard.tsx";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import classes from "./run-filters.module.css";
import type { RunsQuery } from "./runs-query.ts";

type Change = (changes: Record<string, string>, how?: "replace" | "push") => void;

const typingPauseMs = 250;
const spans = [1, 7, 30, 90];
const costs = [0.1, 1, 10];
const runOnly = runStatuses.filter((status) => status !== "skipped");

/** Search, filters as chips, and the three views that are asked for most. Everything is in the address. */
export function RunFilters({ query, onChange }: { query: RunsQuery; onChange: Change }) {
  const api = useApi();
  const me = useSignedInMember();
  const members = useQuery(api.members.list.queryOptions());
  const [text, setText] = useState(query.search);
  const [field, setField] = useState<HTMLInputElement | null>(null);
  const search = useDebouncedCallback((q: string) => onChange({ q, after: "" }), typingPauseMs);
  useKeyBinding({ keys: ["/"], label: "Search in runs", group: "This page", run: () => field?.focus() });
  const set = (changes: Record<string, string>) => onChange({ ...changes, after: "" }, "push");
  const nameOf = (id: string) => members.data?.find((member) => member.id === id)?.name ?? "somebody";
  const chips = [
    ...(query.statuses.length > 0 ? [{ name: "Status", value: query.statuses.map((status) => statusText[status].label.toLowerCase()).join(" or "), clear: "status" }] : []),
    ...(query.auditResults.length > 0 ? [{ name: "Audit", value: query.auditResults.map((result) => result.replaceAll("-", " ")).join(" or "), clear: "audit" }] : []),
    ...(query.isWaiting ? [{ name: "Waits", value: "for somebody", clear: "waiting" }] : []),
    ...(query.startedById !== null ? [{ name: "Started by", value: nameOf(query.startedById), clear: "who" }] : []),
    ...(query.days !== null ? [{ name: "Started", value: query.days === 1 ? "since yesterday" : `last ${query.days} days`, clear: "days" }] : []),
    ...(query.minCost !== null ? [{ name: "Cost", value: `from $${query.minCost.toFixed(2)}`, clear: "cost" }] : []),
  ];
  const view = query.statuses.join() === "failed" ? "failed" : query.startedById === me.id ? "mine" : "all";
  return (
    <search className={classes.bar}>
      <TextInput
        ref={setField}
        className={classes.search}
        aria-label="Search questions, claims and events"
        placeholder="Search questions, claims, events"
        leftSection={<IconSearch size={16} stroke={1.75} />}
        rightSection={<Kbd className={classes.key}>/</Kbd>}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          search(event.currentTarget.value);
        }}
        onKeyDown={(event) => event.key === "Escape" && field?.blur()}
      />
      {chips.map(({ name, value, clear }) => (
        <span key={name} className={classes.chip}>
          {name} <b>{value}</b>
          <ActionIcon size="xs" aria-label={`Take the filter ${name.toLowerCase()} away`} onClick={() => set({ [clear]: "" })}>
            <IconX size={12} stroke={2.1} />
          </ActionIcon>
        </span>
      ))}
      <Menu>
        <Menu.Target>
          <Button variant="subtle" leftSection={<IconFilter size={14} stroke={1.9} />}>
            Filter
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Status</Menu.Label>
          {runOnly.map((status) => (
            <Menu.Item key={status} onClick={() => set({ status: toggled(query.statuses, status) })}>
              {statusText[status].label}
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => set({ waiting: "1" })}>Waits for somebody</Menu.Item>
          <Menu.Label>Audit</Menu.Label>
          {auditResults.map((result) => (
            <Menu.Item key={result} onClick={() => set({ audit: result })}>
              {sentence(result)}
            </Menu.Item>
          ))}
          <Menu.Label>Started</Menu.Label>
          {spans.map((days) => (
            <Menu.Item key={days} onClick={() => set({ days: String(days) })}>
              {days === 1 ? "Since yesterday" : `Last ${days} days`}
            </Menu.Item>
          ))}
          <Menu.Label>Cost</Menu.Label>
          {costs.map((cost) => (
            <Menu.Item key={cost} onClick={() => set({ cost: String(cost) })}>
              From ${cost.toFixed(2)}
            </Menu.Item>
          ))}
          <Menu.Label>Started by</Menu.Label>
          {(members.data ?? []).slice(0, 12).map(({ id, name }) => (
            <Menu.Item key={id} onClick={() => set({ who: id })}>
              {name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <SegmentedControl
        className={classes.views ?? ""}
        size="sm"
        aria-label="View"
        value={view}
        onChange={(value) => set({ status: value === "failed" ? "failed" : "", who: value === "mine" ? me.id : "" })}
        data={[
          { value: "all", label: "All" },
          { value: "failed", label: "Failed" },
          { value: "mine", label: "Mine" },
        ]}
      />
    </search>
  );
}

function toggled(statuses: readonly string[], status: string): string {
  return (statuses.includes(status) ? statuses.filter((one) => one !== status) : [...statuses, status]).join(",");
}

function sentence(result: string): string {
  return `${result.charAt(0).toUpperCase()}${result.slice(1).replaceAll("-", " ")}`;
}
