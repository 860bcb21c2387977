import { digestOf } from "../text/digest.ts";
import { planOf, type Graph } from "./graph.ts";
import type { JsonValue } from "./json-value.ts";
import type { FieldChange, Op } from "./op.ts";

/**
 * The batch that makes one graph mean what another does; with layout, also look like it.
 * Its ops are in the order people read changes: what goes, what comes, what differs.
 */
export function diffGraphs(from: Graph, to: Graph): Op[] {
  const nodes = pair(from.nodes, to.nodes, (a, b) => a.kind === b.kind);
  const edges = pair(from.edges, to.edges, () => true);
  const plan = changedFields(planOf(from), planOf(to));
  const positions = Object.entries(to.layout).filter(([id, position]) => {
    const before = from.layout[id];
    return before === undefined || before.x !== position.x || before.y !== position.y;
  });
  return [
    ...edges.removed.map((edge): Op => ({ op: "edge-remove", id: edge.id })),
    ...nodes.removed.map((node): Op => ({ op: "node-remove", id: node.id })),
    ...nodes.added.map((node): Op => ({ op: "node-add", node })),
    ...edges.added.map((edge): Op => ({ op: "edge-add", edge })),
    ...nodes.changed.map(({ id, changes }): Op => ({ op: "node-update", id, changes })),
    ...edges.changed.map(({ id, changes }): Op => ({ op: "edge-update", id, changes })),
    ...(plan.length === 0 ? [] : [{ op: "plan-update", changes: plan } as const]),
    ...(positions.length === 0 ? [] : [{ op: "layout-update", positions: Object.fromEntries(positions) } as const]),
  ];
}

interface Pairing<Part> {
  removed: Part[];
  added: Part[];
  changed: { id: string; changes: FieldChange[] }[];
}

/** @param isSame false for a pair that no update leads from one to the other: it goes and comes. */
function pair<Part extends { id: string }>(from: readonly Part[], to: readonly Part[], isSame: (a: Part, b: Part) => boolean): Pairing<Part> {
  const beforeById = new Map(from.map((part) => [part.id, part]));
  const afterById = new Map(to.map((part) => [part.id, part]));
  const kept = (part: Part, others: ReadonlyMap<string, Part>) => {
    const other = others.get(part.id);
    return other !== undefined && isSame(part, other);
  };
  return {
    removed: from.filter((part) => !kept(part, afterById)),
    added: to.filter((part) => !kept(part, beforeById)),
    changed: to.flatMap((part) => {
      const before = beforeById.get(part.id);
      if (before === undefined || !isSame(before, part)) return [];
      const changes = changedFields(before, part);
      return changes.length === 0 ? [] : [{ id: part.id, changes }];
    }),
  };
}

function changedFields(before: object, after: object): FieldChange[] {
  const [a, b] = [before as Record<string, JsonValue | undefined>, after as Record<string, JsonValue | undefined>];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((field) => {
    const [old, value] = [a[field], b[field]];
    if (old === undefined && value === undefined) return [];
    if (value === undefined) return [{ path: [field] }];
    return old !== undefined && digestOf(old) === digestOf(value) ? [] : [{ path: [field], value }];
  });
}
