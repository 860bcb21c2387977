import { diffGraphs } from "../workflow/diff-graphs.ts";
import { planOf, type Graph } from "../workflow/graph.ts";
import type { JsonValue } from "../workflow/json-value.ts";
import type { NodeKind } from "../workflow/node.ts";
import type { FieldChange } from "../workflow/op.ts";

/** How a part of a plan differs between two revisions. */
export type Difference = "removed" | "added" | "changed";

/** A field before and after; null where it wasn't set. */
export interface ChangedField {
  name: string;
  before: JsonValue | null;
  after: JsonValue | null;
}

/** One change between two revisions, as people read it. */
export interface Change {
  difference: Difference;
  part: { type: "node"; id: string; kind: NodeKind } | { type: "edge"; id: string; from: string; to: string } | { type: "plan" };
  /** The node's title, both titles of an edge, nothing for the plan. */
  title: string;
  /** Of what was changed. */
  fields: ChangedField[];
}

const order: readonly Difference[] = ["removed", "added", "changed"];

/** What must change in one graph until it means what another does: what goes, what comes, what differs; nodes before edges. */
export function describeChanges(from: Graph, to: Graph): Change[] {
  const changes = diffGraphs({ ...from, layout: {} }, { ...to, layout: {} }).flatMap((op): Change[] => {
    switch (op.op) {
      case "node-remove":
        return [nodeChange("removed", op.id, from, [])];
      case "node-add":
        return [nodeChange("added", op.node.id, to, [])];
      case "node-update":
        return [nodeChange("changed", op.id, to, fieldsOf(from.nodes.find(({ id }) => id === op.id), op.changes))];
      case "edge-remove":
        return [edgeChange("removed", op.id, from, [])];
      case "edge-add":
        return [edgeChange("added", op.edge.id, to, [])];
      case "edge-update":
        return [edgeChange("changed", op.id, to, fieldsOf(from.edges.find(({ id }) => id === op.id), op.changes))];
      case "plan-update":
        return [{ difference: "changed", part: { type: "plan" }, title: "", fields: fieldsOf(planOf(from), op.changes) }];
      case "layout-update":
        return [];
    }
  });
  const rank = ({ part, difference }: Change) => (part.type === "edge" ? 10 : 0) + order.indexOf(difference);
  return changes.toSorted((one, other) => rank(one) - rank(other));
}

function nodeChange(difference: Difference, id: string, graph: Graph, fields: ChangedField[]): Change {
  const node = graph.nodes.find((one) => one.id === id);
  if (node === undefined) throw new RangeError(`A difference names a node that neither graph has: ${id}`);
  return { difference, part: { type: "node", id, kind: node.kind }, title: node.title, fields };
}

function edgeChange(difference: Difference, id: string, graph: Graph, fields: ChangedField[]): Change {
  const edge = graph.edges.find((one) => one.id === id);
  if (edge === undefined) throw new RangeError(`A difference names an edge that neither graph has: ${id}`);
  const titleOf = (nodeId: string) => graph.nodes.find((one) => one.id === nodeId)?.title ?? nodeId;
  return { difference, part: { type: "edge", id, from: edge.from, to: edge.to }, title: `${titleOf(edge.from)} → ${titleOf(edge.to)}`, fields };
}

/** Fields one level deep: of a group only what differs in it. */
function fieldsOf(before: object | undefined, changes: readonly FieldChange[]): ChangedField[] {
  const old = new Map<string, JsonValue>(Object.entries(before ?? {}));
  return changes.flatMap(({ path: [name = ""], value }): ChangedField[] => {
    const [earlier, later] = [old.get(name) ?? null, value ?? null];
    if (!isGroup(earlier) || !isGroup(later)) return [{ name, before: earlier, after: later }];
    const inner = [...new Set([...Object.keys(earlier), ...Object.keys(later)])].filter((key) => JSON.stringify(earlier[key]) !== JSON.stringify(later[key]));
    return inner.map((key) => ({ name: `${name}.${key}`, before: earlier[key] ?? null, after: later[key] ?? null }));
  });
}

function isGroup(value: JsonValue): value is { [key: string]: JsonValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
