import { digestOf } from "../text/digest.ts";
import { findDefect } from "./graph-defect.ts";
import { planOf, type Graph } from "./graph.ts";
import type { JsonValue } from "./json-value.ts";

export type Side = "mine" | "theirs";

/** One place that two people changed differently since the revision both began from. */
export interface MergeConflict {
  /** Names it among the conflicts of one merge. */
  key: string;
  part: { type: "node" | "edge"; id: string } | { type: "plan" };
  /** Null where one of them took away what the other goes on with. */
  field: string | null;
  /** Null where it isn't set, or isn't there. */
  before: JsonValue | null;
  mine: JsonValue | null;
  theirs: JsonValue | null;
}

export interface Merge {
  /** Theirs with mine: sound, as theirs was. */
  graph: Graph;
  conflicts: MergeConflict[];
  /** One sentence for each change of mine that no longer fits together with theirs, and was left out. */
  lost: string[];
}

type Fields = Record<string, JsonValue | undefined>;
type Part = Fields & { id: string };
type Three<Value> = { base: Value; mine: Value; theirs: Value };

/**
 * Puts together what two people made of one graph (SPEC F11). What only one of them changed stays as they changed it; what both
 * changed alike is the same; what both changed differently is a conflict, for somebody to choose. Nodes that both added
 * under one id are two nodes.
 * @param choices by the keys of conflicts; theirs where nothing is chosen.
 */
export function mergeGraphs(graphs: Three<Graph>, choices: ReadonlyMap<string, Side> = new Map()): Merge {
  const { base, theirs } = graphs;
  const mine = withOwnIds(graphs);
  const three = { base, mine, theirs };
  const conflicts: MergeConflict[] = [];
  const choose = (conflict: MergeConflict): Side => {
    conflicts.push(conflict);
    return choices.get(conflict.key) ?? "theirs";
  };
  const needed = { mine: neededNodes(base, mine), theirs: neededNodes(base, theirs) };
  const nodes = mergeParts("node", mapped(three, (graph) => graph.nodes as Part[]), needed, choose);
  const present = new Set(nodes.map(({ id }) => id));
  // A connection of a node that is gone, or came back, goes its node's way: it is nothing to choose by itself.
  const edges = mergeParts("edge", mapped(three, (graph) => graph.edges as Part[]), { mine: new Set(), theirs: new Set() }, choose).filter(({ from, to }) => [from, to].every((end) => typeof end === "string" && present.has(end)));
  const plan = mergeFields({ type: "plan" }, mapped(three, (graph) => planOf(graph) as Fields), choose);
  const layout = { ...theirs.layout, ...Object.fromEntries(Object.entries(mine.layout).filter(([id, place]) => !isSame(base.layout[id], place))) };
  const merged = { ...theirs, reportNode: undefined, ...plan, nodes, edges, layout } as unknown as Graph;
  const { reportNode, ...rest } = merged;
  const whole = reportNode !== undefined && present.has(reportNode) ? merged : rest;
  return { conflicts, ...repaired(whole, three) };
}

const mapped = <From, To>({ base, mine, theirs }: Three<From>, map: (value: From) => To): Three<To> => ({ base: map(base), mine: map(mine), theirs: map(theirs) });

function mergeParts(type: "node" | "edge", lists: Three<Part[]>, needed: Record<Side, ReadonlySet<string>>, choose: (conflict: MergeConflict) => Side): Part[] {
  const byId = mapped(lists, (parts) => new Map(parts.map((part) => [part.id, part])));
  const ids = new Set([...lists.theirs, ...lists.mine, ...lists.base].map(({ id }) => id));
  return [...ids].flatMap((id): Part[] => {
    const three = mapped(byId, (parts) => parts.get(id));
    const { base, mine, theirs } = three;
    const whole = () => {
      const side = choose({ key: `${type}/${id}`, part: { type, id }, field: null, before: (base ?? null) as JsonValue, mine: (mine ?? null) as JsonValue, theirs: (theirs ?? null) as JsonValue });
      return side === "mine" ? mine : theirs;
    };
    const kept = (part: Part | undefined) => (part === undefined ? [] : [part]);
    if (isSame(mine, theirs)) return kept(theirs);
    if (mine === undefined && base !== undefined) return kept(isSame(base, theirs) && !needed.theirs.has(id) ? undefined : whole());
    if (theirs === undefined && base !== undefined) return kept(isSame(base, mine) && !needed.mine.has(id) ? undefined : whole());
    if (mine === undefined || theirs === undefined) return kept(mine ?? theirs);
    if (isSame(base, mine)) return [theirs];
    if (isSame(base, theirs)) return [mine];
    if (mine.kind !== theirs.kind) return kept(whole());
    return [{ ...mergeFields({ type, id }, { base: base ?? {}, mine, theirs }, choose), id }];
  });
}

function mergeFields(part: MergeConflict["part"], { base, mine, theirs }: Three<Fields>, choose: (conflict: MergeConflict) => Side): Fields {
  const names = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
  const name = part.type === "plan" ? "plan" : `${part.type}/${part.id}`;
  return Object.fromEntries(
    [...names].flatMap((field) => {
      const [before, my, their] = [base[field], mine[field], theirs[field]];
      const value = isSame(my, their) || isSame(before, my) ? their : isSame(before, their) ? my : choose({ key: `${name}/${field}`, part, field, before: before ?? null, mine: my ?? null, theirs: their ?? null }) === "mine" ? my : their;
      return value === undefined ? [] : [[field, value] as const];
    }),
  );
}

/** Nodes that somebody's changes rest on: those they changed, connected, put others into, or had the report come from. */
function neededNodes(base: Graph, changed: Graph): Set<string> {
  const isNew = (before: readonly { id: string }[]) => {
    const beforeById = new Map(before.map((part) => [part.id, part]));
    return (part: { id: string }) => !isSame(beforeById.get(part.id), part);
  };
  const nodes = changed.nodes.filter(isNew(base.nodes));
  return new Set([
    ...nodes.flatMap(({ id, parent }) => (parent === undefined ? [id] : [id, parent])),
    ...changed.edges.filter(isNew(base.edges)).flatMap(({ from, to }) => [from, to]),
    ...(changed.reportNode === undefined || changed.reportNode === base.reportNode ? [] : [changed.reportNode]),
  ]);
}

/** Mine, with another id for each node and edge that both added under the same one. */
function withOwnIds({ base, mine, theirs }: Three<Graph>): Graph {
  const taken = new Set([base, mine, theirs].flatMap(({ nodes, edges }) => [...nodes, ...edges].map(({ id }) => id)));
  const renamed = (list: "nodes" | "edges") =>
    new Map(
      mine[list].flatMap((part) => {
        const other = theirs[list].find(({ id }) => id === part.id);
        return other === undefined || isSame(other, part) || base[list].some(({ id }) => id === part.id) ? [] : [[part.id, freeId(part.id, taken)] as const];
      }),
    );
  const [nodeIds, edgeIds] = [renamed("nodes"), renamed("edges")];
  if (nodeIds.size === 0 && edgeIds.size === 0) return mine;
  const nameOf = (id: string) => nodeIds.get(id) ?? id;
  return {
    ...mine,
    ...(mine.reportNode === undefined ? {} : { reportNode: nameOf(mine.reportNode) }),
    nodes: mine.nodes.map((node) => ({ ...node, id: nameOf(node.id), ...(node.parent === undefined ? {} : { parent: nameOf(node.parent) }) })),
    edges: mine.edges.map((edge) => ({ ...edge, id: edgeIds.get(edge.id) ?? edge.id, from: nameOf(edge.from), to: nameOf(edge.to) })),
    layout: Object.fromEntries(Object.entries(mine.layout).map(([id, place]) => [nameOf(id), place])),
  };
}

function freeId(id: string, taken: Set<string>): string {
  let number = 2;
  while (taken.has(`${id.slice(0, 50)}-${number}`)) number += 1;
  const free = `${id.slice(0, 50)}-${number}`;
  taken.add(free);
  return free;
}

/** Leaves out what of mine doesn't fit together with theirs, part by part, until the graph is sound. */
function repaired(merged: Graph, { theirs }: Three<Graph>): Pick<Merge, "graph" | "lost"> {
  const lost: string[] = [];
  let graph = merged;
  for (let defect = findDefect(graph); defect !== null; defect = findDefect(graph)) {
    lost.push(defect.message);
    const next = withTheirs(graph, theirs, defect.targetId);
    if (next === null) return { graph: theirs, lost };
    graph = next;
  }
  return { graph, lost };
}

/** One part as they have it, with what hangs on a node of mine; null where it is theirs already. */
function withTheirs(graph: Graph, theirs: Graph, id: string | null): Graph | null {
  if (id === null) {
    const { reportNode: _, ...rest } = graph;
    return isSame(graph.reportNode, theirs.reportNode) ? null : { ...rest, ...(theirs.reportNode === undefined ? {} : { reportNode: theirs.reportNode }) };
  }
  const list = graph.nodes.some((node) => node.id === id) ? "nodes" : "edges";
  const parts: Part[] = graph[list] as Part[];
  const their = (theirs[list] as Part[]).find((part) => part.id === id);
  if (isSame(parts.find((part) => part.id === id), their)) return null;
  const others = parts.flatMap((part) => (part.id === id ? (their === undefined ? [] : [their]) : [part]));
  return { ...graph, [list]: others };
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  return one !== undefined && other !== undefined && digestOf(one) === digestOf(other);
}
