"use client";

import { memo, useEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from "react";
import { IconChevronDown, IconChevronRight, IconPencil } from "@tabler/icons-react";
import type { Finding } from "../../core/preflight/finding.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { Node } from "../../core/workflow/node.ts";
import type { Ghost } from "../../core/workflow/plan-entry.ts";
import { useFoldedParts } from "../canvas/folded-parts.tsx";
import { Pins } from "../canvas/pins.tsx";
import { kinds } from "../canvas/kind.ts";
import { nodeFacts } from "../canvas/node-facts.ts";
import { foundBy, OutlineFilter } from "./outline-filter.tsx";
import { outlineRows } from "./outline-row.ts";
import type { Picked } from "./use-picked.ts";
import classes from "./outline.module.css";

interface OutlineProps {
  graph: Graph;
  findings: readonly Finding[];
  /** How many threads are open, by "node" and its id. */
  comments?: ReadonlyMap<string, number>;
  selectedId: string | null;
  onSelect(id: string): void;
  /** Left out where only one node can be selected. */
  picked?: Picked | undefined;
  /** The node that is being written. */
  ghost?: Ghost | null | undefined;
}

/** So few are seen at a glance. */
const fewNodes = 6;
const nothingClosed: ReadonlySet<string> = new Set();
const noFindings: readonly Finding[] = [];

/** The graph as a tree of text: the same nodes as on the canvas, for keyboard, screen reader and phone. */
export function Outline({ graph, findings, comments, selectedId, onSelect, picked, ghost = null }: OutlineProps) {
  const tree = useRef<HTMLDivElement>(null);
  const folds = useFoldedParts();
  const closed = folds?.folded ?? nothingClosed;
  const [enteredKey, setEnteredKey] = useState<string | null>(null);
  const [filter, setFilter] = useState<string | null>(null);
  const findingsById = useMemo(() => Map.groupBy(findings, ({ target }) => (target.type === "node" ? target.id : "")), [findings]);
  const found = useMemo(() => foundBy(filter, graph.nodes, findingsById, comments), [filter, graph.nodes, findingsById, comments]);
  const rows = useMemo(() => outlineRows(graph, { closed, ghost, found }), [graph, closed, ghost, found]);
  const focusable = rows.filter(({ isGhost }) => !isGhost);
  const keys = new Set(focusable.map(({ key }) => key));
  const entryKey = [...(picked !== undefined && picked.ids.size > 1 ? [enteredKey] : []), selectedId, enteredKey, focusable[0]?.key].find((key) => key != null && keys.has(key)) ?? null;

  const toggle = (key: string) => folds?.toggle(key);
  const enter = (key: string | undefined, isMore = false) => {
    const row = focusable.find((one) => one.key === key);
    if (row === undefined) return;
    setEnteredKey(row.key);
    if (row.node !== null) {
      if (isMore && picked !== undefined) picked.pick([...picked.ids, row.node.id]);
      else onSelect(row.node.id);
    }
    tree.current?.querySelector<HTMLElement>(`[data-key="${row.key}"]`)?.focus();
  };
  const press = (event: KeyboardEvent) => {
    const key = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-key]")?.dataset.key : undefined;
    const at = focusable.findIndex((one) => one.key === key);
    const row = focusable[at];
    if (row === undefined) return;
    const hasOpenRows = row.count > 0 && row.isOpen;
    if (event.key === "ArrowDown") enter(focusable[at + 1]?.key, event.shiftKey);
    else if (event.key === "ArrowUp") enter(focusable[at - 1]?.key, event.shiftKey);
    else if (event.key === "Home") enter(focusable[0]?.key);
    else if (event.key === "End") enter(focusable.at(-1)?.key);
    else if (event.key === "ArrowLeft" && !hasOpenRows) enter(focusable.slice(0, at).findLast(({ level }) => level < row.level)?.key);
    else if (event.key === "ArrowRight" && hasOpenRows) enter(focusable[at + 1]?.key);
    else if (event.key === "ArrowLeft" || (event.key === "ArrowRight" && row.count > 0)) toggle(row.key);
    else if (event.key === "Enter") enter(row.key);
    else return;
    event.preventDefault();
  };
  const click = (event: MouseEvent) => {
    if (!(event.target instanceof Element)) return;
    const key = event.target.closest<HTMLElement>("[data-key]")?.dataset.key;
    const row = focusable.find((one) => one.key === key);
    if (row === undefined) return;
    if (row.node === null || event.target.closest("[data-toggle]") !== null) return toggle(row.key);
    if (picked === undefined || !(event.shiftKey || event.ctrlKey || event.metaKey)) return enter(row.key);
    const { id } = row.node;
    setEnteredKey(row.key);
    picked.pick(picked.ids.has(id) ? [...picked.ids].filter((one) => one !== id) : [...picked.ids, id]);
  };
  if (rows.length === 0 && filter === null) return <p className={classes.empty}>No nodes yet. They stand here as they are written.</p>;
  return (
    <>
      {(graph.nodes.length > fewNodes || filter !== null) && <OutlineFilter nodes={graph.nodes} value={filter} onChange={setFilter} />}
      {rows.length === 0 && <p className={classes.empty}>No node is like that.</p>}
      <div ref={tree} role="tree" aria-label="Outline of the plan" aria-multiselectable={picked !== undefined || undefined} className={classes.tree} onKeyDown={press} onClick={click} tabIndex={-1}>
        {rows.map(({ key, node, title, level, count, isOpen, isGhost }) =>
          isGhost ? (
            <GhostRow key={key} title={title} level={level} />
          ) : node === null ? (
            <PhaseRow key={key} rowKey={key} title={title} count={count} isOpen={isOpen} isEntry={key === entryKey} />
          ) : (
            <NodeRow
              key={key}
              node={node}
              level={level}
              isOpen={count > 0 ? isOpen : null}
              findings={findingsById.get(node.id) ?? noFindings}
              comments={comments?.get(`node ${node.id}`) ?? 0}
              isSelected={picked === undefined ? node.id === selectedId : picked.ids.has(node.id)}
              isEntry={key === entryKey}
            />
          ),
        )}
      </div>
    </>
  );
}

const PhaseRow = memo(function PhaseRow({ rowKey, title, count, isOpen, isEntry }: { rowKey: string; title: string; count: number; isOpen: boolean; isEntry: boolean }) {
  return (
    <div role="treeitem" aria-level={1} aria-selected={false} aria-expanded={count > 0 ? isOpen : undefined} className={classes.phase} data-key={rowKey} tabIndex={isEntry ? 0 : -1}>
      <Chevron isOpen={count > 0 ? isOpen : null} />
      <span>{title}</span>
      <span className={classes.end}>{count}</span>
    </div>
  );
});

interface NodeRowProps {
  node: Node;
  level: number;
  /** Null where there is nothing to open. */
  isOpen: boolean | null;
  findings: readonly Finding[];
  comments: number;
  isSelected: boolean;
  isEntry: boolean;
}

const NodeRow = memo(function NodeRow({ node, level, isOpen, findings, comments, isSelected, isEntry }: NodeRowProps) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isSelected) line.current?.scrollIntoView({ block: "nearest" });
  }, [isSelected]);
  const { icon: Mark, label } = kinds[node.kind];
  return (
    <div
      ref={line}
      role="treeitem"
      aria-level={level}
      aria-selected={isSelected}
      aria-expanded={isOpen ?? undefined}
      className={classes.row}
      style={{ paddingInlineStart: indentOf(level) }}
      data-key={node.id}
      data-node={node.id}
      title={node.title}
      tabIndex={isEntry ? 0 : -1}
    >
      <Chevron isOpen={isOpen} />
      <Mark size={16} stroke={1.75} className={classes.icon} role="img" aria-label={label} />
      <span className={classes.words}>
        <span className={classes.title}>{node.title}</span>
        <span className={classes.facts}>
          {[nodeFacts(node).meta, node.covers.map((id) => id.toUpperCase()).join(" ")].filter((text) => text !== "").join(", ")}
        </span>
      </span>
      <span className={classes.end}>
        <Pins findings={findings} comments={comments} />
      </span>
    </div>
  );
});

/** What is being written is no node yet: nobody can enter it. */
function GhostRow({ title, level }: { title: string; level: number }) {
  return (
    <div role="treeitem" aria-level={level} aria-selected={false} aria-disabled="true" className={classes.ghost} style={{ paddingInlineStart: indentOf(level) + 14 }} tabIndex={-1}>
      <IconPencil size={16} stroke={1.75} aria-hidden="true" />
      <span className={classes.title}>{title}</span>
      <span className={classes.end}>writing</span>
    </div>
  );
}

function Chevron({ isOpen }: { isOpen: boolean | null }) {
  const Mark = isOpen === false ? IconChevronRight : IconChevronDown;
  return (
    <span className={classes.chevron} data-toggle={isOpen === null ? undefined : ""} aria-hidden="true">
      {isOpen !== null && <Mark size={14} stroke={1.9} />}
    </span>
  );
}

function indentOf(level: number): number {
  return 8 + (level - 1) * 14;
}
