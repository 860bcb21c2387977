import type { Graph } from "../../core/workflow/graph.ts";
import { phasePart } from "../canvas/fold-graph.ts";
import type { Node } from "../../core/workflow/node.ts";
import { placeNodes } from "../../core/workflow/place-nodes.ts";
import type { Ghost } from "../../core/workflow/plan-entry.ts";

/** One line of the outline: a phase, a node in it or in a container, or the node that is being written. */
export interface OutlineRow {
  key: string;
  level: number;
  title: string;
  /** Null for a phase and for what is being written. */
  node: Node | null;
  isGhost: boolean;
  /** Where it stands among how many lines of its level and parent, from 1: said to who hears the outline. */
  place: { at: number; of: number };
  /** How many lines belong right below it. */
  count: number;
  /** Whether those are shown. */
  isOpen: boolean;
}

type UnnumberedRow = Omit<OutlineRow, "place">;

interface OutlineState {
  /** Keys of lines whose own lines are hidden. */
  closed: ReadonlySet<string>;
  ghost: Ghost | null;
  /** Ids of the nodes that are looked for; what they are in is shown around them. Left out where all are shown. */
  found?: ReadonlySet<string> | undefined;
}

/**
 * The graph as a list one reads from top to bottom: phases in their order, what has none last, bodies below containers;
 * within them nodes as they stand on the canvas, column after column.
 */
export function outlineRows({ nodes: all, phases, layout }: Graph, { closed, ghost, found }: OutlineState): OutlineRow[] {
  const places = placeNodes({ nodes: all, phases }, layout);
  const nodes = found === undefined ? all : withContainers(found, all);
  const place = ({ id }: Node) => places[id] ?? { x: 0, y: 0 };
  const ordered = nodes.toSorted((a, b) => place(a).x - place(b).x || place(a).y - place(b).y);
  const childrenById = Map.groupBy(ordered, ({ parent }) => parent ?? null);
  const rows: UnnumberedRow[] = [];
  const add = (row: Pick<OutlineRow, "key" | "level" | "title" | "node" | "count">) => {
    const isOpen = !closed.has(row.key);
    rows.push({ ...row, isGhost: false, isOpen });
    return isOpen;
  };
  const enter = (node: Node, level: number) => {
    const children = childrenById.get(node.id) ?? [];
    if (!add({ key: node.id, level, title: node.title, node, count: children.length })) return;
    for (const child of children) enter(child, level + 1);
    if (ghost?.parent === node.id) rows.push(ghostRow(ghost, level + 1));
  };
  const outer = childrenById.get(null) ?? [];
  const isLoose = ({ phase }: { phase?: string | undefined }) => !phases.some(({ id }) => id === phase);
  const groups = [...phases, ...(outer.some(isLoose) || ghost !== null ? [{ id: undefined, title: phases.length === 0 ? "Nodes" : "Without a phase" }] : [])];
  for (const { id, title } of groups) {
    const inside = outer.filter((node) => (id === undefined ? isLoose(node) : node.phase === id));
    const hasGhost = ghost !== null && (ghost.parent === undefined || !nodes.some((node) => node.id === ghost.parent)) && (id === undefined ? isLoose(ghost) : ghost.phase === id);
    if ((id === undefined || found !== undefined) && inside.length === 0 && !hasGhost) continue;
    if (!add({ key: phasePart(id), level: 1, title, node: null, count: inside.length })) continue;
    for (const node of inside) enter(node, 2);
    if (hasGhost) rows.push(ghostRow(ghost, 2));
  }
  return numbered(rows);
}

/** Tells each line its place among those of its level below the same line. */
function numbered(rows: readonly UnnumberedRow[]): OutlineRow[] {
  const groups: { size: number }[] = [];
  const placed = rows.map((row) => {
    groups.length = Math.min(groups.length, row.level);
    const group = (groups[row.level - 1] ??= { size: 0 });
    group.size += 1;
    return { row, at: group.size, group };
  });
  return placed.map(({ row, at, group }) => ({ ...row, place: { at, of: group.size } }));
}

function withContainers(found: ReadonlySet<string>, nodes: readonly Node[]): Node[] {
  const nodesById = new Map(nodes.map((node) => [node.id, node]));
  const shown = new Set<Node>();
  for (const id of found) for (let node = nodesById.get(id); node !== undefined && !shown.has(node); node = nodesById.get(node.parent ?? "")) shown.add(node);
  return nodes.filter((node) => shown.has(node));
}

function ghostRow({ title }: Ghost, level: number): UnnumberedRow {
  return { key: "being written", level, title, node: null, isGhost: true, count: 0, isOpen: true };
}
