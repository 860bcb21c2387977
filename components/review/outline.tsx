"use client";

import { useEffect, useRef, type KeyboardEvent } from "react";
import type { Finding } from "../../core/preflight/finding.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import { FindingPins } from "../canvas/finding-pins.tsx";
import { kinds } from "../canvas/kind.ts";
import { nodeFacts } from "../canvas/node-facts.ts";
import { outlineRows, type OutlineRow } from "./outline-row.ts";
import classes from "./outline.module.css";

interface OutlineProps {
  graph: Graph;
  findings: readonly Finding[];
  selectedId: string | null;
  onSelect(id: string): void;
}

/** The graph as a tree of text: the same nodes as on the canvas, for keyboard, screen reader and phone. */
export function Outline({ graph, findings, selectedId, onSelect }: OutlineProps) {
  const tree = useRef<HTMLDivElement>(null);
  const rows = outlineRows(graph);
  const nodeRows = rows.flatMap(({ node }) => node ?? []);
  const enterId = nodeRows.some(({ id }) => id === selectedId) ? selectedId : (nodeRows[0]?.id ?? null);
  const press = (event: KeyboardEvent) => {
    const at = nodeRows.findIndex(({ id }) => id === enterId);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: nodeRows.length - 1 }[event.key];
    const node = to === undefined ? undefined : nodeRows[to];
    if (node === undefined) return;
    event.preventDefault();
    onSelect(node.id);
    tree.current?.querySelector<HTMLElement>(`[data-node="${node.id}"]`)?.focus();
  };
  if (graph.nodes.length === 0) return <p className={classes.empty}>No nodes yet. They stand here as they are written.</p>;
  return (
    <div ref={tree} role="tree" aria-label="Outline of the plan" className={classes.tree} onKeyDown={press} tabIndex={-1}>
      {rows.map((row) => (
        <Row
          key={row.key}
          row={row}
          findings={findings.filter(({ target }) => target.type === "node" && target.id === row.node?.id)}
          isSelected={row.node !== null && row.node.id === selectedId}
          isEntry={row.node !== null && row.node.id === enterId}
          onSelect={onSelect}
        />
      ))}
    </div>
  );
}

function Row({ row, findings, isSelected, isEntry, onSelect }: { row: OutlineRow; findings: readonly Finding[]; isSelected: boolean; isEntry: boolean; onSelect: (id: string) => void }) {
  const { node, level, title, count } = row;
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isSelected) line.current?.scrollIntoView({ block: "nearest" });
  }, [isSelected]);
  if (node === null) {
    return (
      <div role="treeitem" aria-level={level} aria-selected={false} aria-expanded={count > 0 ? true : undefined} className={classes.phase} tabIndex={-1}>
        <span>{title}</span>
        <span className={classes.end}>{count}</span>
      </div>
    );
  }
  const { icon: Mark, label } = kinds[node.kind];
  return (
    <div
      ref={line}
      role="treeitem"
      aria-level={level}
      aria-selected={isSelected}
      aria-expanded={count > 0 ? true : undefined}
      className={classes.row}
      style={{ paddingInlineStart: 8 + (level - 1) * 18 }}
      data-node={node.id}
      tabIndex={isEntry ? 0 : -1}
      onClick={() => onSelect(node.id)}
      onKeyDown={(event) => {
        if (event.key === "Enter") onSelect(node.id);
      }}
    >
      <Mark size={16} stroke={1.75} className={classes.icon} role="img" aria-label={label} />
      <span className={classes.words}>
        <span className={classes.title}>{title}</span>
        <span className={classes.facts}>
          {[nodeFacts(node).meta, node.covers.map((id) => id.toUpperCase()).join(" ")].filter((text) => text !== "").join(", ")}
        </span>
      </span>
      <span className={classes.end}>
        <FindingPins findings={findings} />
      </span>
    </div>
  );
}
