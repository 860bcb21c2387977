"use client";

import { Select } from "@mantine/core";
import type { Finding } from "../../core/preflight/finding.ts";
import type { Node } from "../../core/workflow/node.ts";
import { kinds } from "../canvas/kind.ts";
import classes from "./outline.module.css";

interface OutlineFilterProps {
  nodes: readonly Node[];
  value: string | null;
  onChange(value: string | null): void;
}

const aboutNodes = [
  { value: "finding", label: "With findings" },
  { value: "comment", label: "With open comments" },
];

/** Which nodes the outline shows: of one kind, with findings, or with open comments. */
export function OutlineFilter({ nodes, value, onChange }: OutlineFilterProps) {
  const used = Map.groupBy(nodes, ({ kind }) => kind);
  const ofKinds = [...used].map(([kind, { length }]) => ({ value: kind, label: `${kinds[kind].label} (${length})` }));
  return (
    <Select
      size="xs"
      className={classes.filter}
      aria-label="Show in the outline"
      placeholder="All nodes"
      clearable
      data={[...aboutNodes, { group: "Kinds", items: ofKinds }]}
      value={value}
      onChange={onChange}
    />
  );
}

/** Ids of the nodes that a filter lets through, always with the selected one; undefined where there is no filter. */
export function foundBy(filter: string | null, nodes: readonly Node[], { findingsById, comments, selectedId }: { findingsById: ReadonlyMap<string, readonly Finding[]>; comments: ReadonlyMap<string, number> | undefined; selectedId: string | null }): ReadonlySet<string> | undefined {
  if (filter === null) return undefined;
  const isFound = ({ id, kind }: Node) =>
    id === selectedId ? true : filter === "finding" ? findingsById.has(id) : filter === "comment" ? (comments?.get(`node ${id}`) ?? 0) > 0 : kind === filter;
  return new Set(nodes.filter(isFound).map(({ id }) => id));
}
