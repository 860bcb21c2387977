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
import { useNodePlaces } from "../canvas/use-node-places.ts";
import { foundBy, OutlineFilter } from "./outline-filter.tsx";
import { outlineRows, type OutlineRow } from "./outline-row.ts";
import { chunksOf, RowChunk } from "./row-chunk.tsx";
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
  const awaitedKey = useRef<string | null>(null);
  const folds = useFoldedParts();
  const closed = folds?.folded ?? nothingClosed;
  const [enteredKey, setEnteredKey] = useState<string | null>(null);
  const [filter, setFilter] = useState<string | null>(null);
  const findingsById = useMemo(() => Map.groupBy(findings, ({ target }) => (target.type === "node" ? target.id : "")), [findings]);
  const chosenId = filter === null ? null : selectedId;
  const found = useMemo(() => foundBy(filter, graph.nodes, { findingsById, comments, selectedId: chosenId }), [filter, graph.nodes, findingsById, comments, chosenId]);
  const layout = useNodePlaces(graph);
  const rows = useMemo(() => outlineRows({ ...graph, layout }, { closed, ghost, found }), [graph, layout, closed, ghost, found]);
  const focusable = useMemo(() => rows.filter(({ isGhost }) => !isGhost), [rows]);
  const keys = useMemo(() => new Set(focusable.map(({ key }) => key)), [focusable]);
  const entryKey = [...(picked !== undefined && picked.ids.size > 1 ? [enteredKey] : []), selectedId, enteredKey, focusable[0]?.key].find((key) => key != null && keys.has(key)) ?? null;

  const enter = (key: string | undefined, isMore = false) => {
    const row = focusable.find((one) => one.key === key);
    if (row === undefined) return;
    setEnteredKey(row.key);
    if (row.node !== null) {
      if (isMore && picked !== undefined) picked.pick([...picked.ids, row.node.id]);
      else onSelect(row.node.id);
    }
    const drawn = lineOf(row.key);
    if (drawn === null) awaitedKey.current = row.key;
    else drawn.focus();
  };
  const lineOf = (key: string) => tree.current?.querySelector<HTMLElement>(`[data-key="${key}"]`) ?? null;
  // A line far from what is seen is drawn once it is entered, and focused then.
  useEffect(() => {
    if (awaitedKey.current === null) return;
    lineOf(awaitedKey.current)?.focus();
    awaitedKey.current = null;
  });
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
    else if (event.key === "ArrowLeft" || (event.key === "ArrowRight" && row.count > 0)) folds?.toggle(row.key, row.title);
    else if (event.key === "Enter") enter(row.key);
    else return;
    event.preventDefault();
  };
  const click = (event: MouseEvent) => {
    if (!(event.target instanceof Element)) return;
    const key = event.target.closest<HTMLElement>("[data-key]")?.dataset.key;
    const row = focusable.find((one) => one.key === key);
    if (row === undefined) return;
    if (row.node === null || event.target.closest("[data-toggle]") !== null) return folds?.toggle(row.key, row.title);
    if (picked === undefined || !(event.shiftKey || event.ctrlKey || event.metaKey)) return enter(row.key);
    const { id } = row.node;
    setEnteredKey(row.key);
    picked.pick(picked.ids.has(id) ? [...picked.ids].filter((one) => one !== id) : [...picked.ids, id]);
  };
  const draw = ({ key, node, title, level, count, isOpen, isGhost, place: { at, of } }: OutlineRow) => {
    if (isGhost) return <GhostRow key={key} title={title} level={level} at={at} of={of} />;
    if (node === null) return <PhaseRow key={key} rowKey={key} title={title} count={count} isOpen={isOpen} isEntry={key === entryKey} at={at} of={of} />;
    return (
      <NodeRow
        key={key}
        node={node}
        level={level}
        isOpen={count > 0 ? isOpen : null}
        findings={findingsById.get(node.id) ?? noFindings}
        comments={comments?.get(`node ${node.id}`) ?? 0}
        isSelected={picked === undefined ? node.id === selectedId : picked.ids.has(node.id)}
        isEntry={key === entryKey}
        at={at}
        of={of}
      />
    );
  };
  if (rows.length === 0 && filter === null) return <p className={classes.empty}>No nodes yet. They stand here as they are written.</p>;
  return (
    <>
      {(graph.nodes.length > fewNodes || filter !== null) && <OutlineFilter nodes={graph.nodes} value={filter} onChange={setFilter} />}
      {rows.length === 0 && <p className={classes.empty}>No node is like that.</p>}
      <div ref={tree} role="tree" aria-label="Outline of the plan" aria-multiselectable={picked !== undefined || undefined} className={classes.tree} onKeyDown={press} onClick={click} tabIndex={-1}>
        {chunksOf(rows).map((chunk, index) => (
          // Lines come and go, parts of the list are where they are.
          <RowChunk key={index} count={chunk.length} isKept={index === 0 || chunk.some(({ key }) => key === entryKey || key === enteredKey)} draw={() => chunk.map(draw)} />
        ))}
      </div>
    </>
  );
}

/** Said of every line, because those beside it needn't be drawn. */
interface Numbered {
  at: number;
  of: number;
}

const PhaseRow = memo(function PhaseRow({ rowKey, title, count, isOpen, isEntry, at, of }: { rowKey: string; title: string; count: number; isOpen: boolean; isEntry: boolean } & Numbered) {
  return (
    <div role="treeitem" aria-level={1} aria-posinset={at} aria-setsize={of} aria-selected={false} aria-expanded={count > 0 ? isOpen : undefined} className={classes.phase} data-key={rowKey} tabIndex={isEntry ? 0 : -1}>
      <Chevron isOpen={count > 0 ? isOpen : null} />
      <span>{title}</span>
      <span className={classes.end}>{count}</span>
    </div>
  );
});

interface NodeRowProps extends Numbered {
  node: Node;
  level: number;
  /** Null where there is nothing to open. */
  isOpen: boolean | null;
  findings: readonly Finding[];
  comments: number;
  isSelected: boolean;
  isEntry: boolean;
}

const NodeRow = memo(function NodeRow({ node, level, isOpen, findings, comments, isSelected, isEntry, at, of }: NodeRowProps) {
  const line = useRef<HTMLDivElement>(null);
  // Of several selected ones it is the one that was entered last.
  const isSought = isSelected && isEntry;
  useEffect(() => {
    if (isSought) line.current?.scrollIntoView({ block: "nearest" });
  }, [isSought]);
  const { icon: Mark, label } = kinds[node.kind];
  return (
    <div
      ref={line}
      role="treeitem"
      aria-level={level}
      aria-posinset={at}
      aria-setsize={of}
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
function GhostRow({ title, level, at, of }: { title: string; level: number } & Numbered) {
  return (
    <div role="treeitem" aria-level={level} aria-posinset={at} aria-setsize={of} aria-selected={false} aria-disabled="true" className={classes.ghost} style={{ paddingInlineStart: indentOf(level) + 14 }} tabIndex={-1}>
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
