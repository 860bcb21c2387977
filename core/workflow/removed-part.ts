import { freeId, freeInput } from "./free-name.ts";
import type { Edge } from "./edge.ts";
import type { Graph } from "./graph.ts";
import type { Op } from "./op.ts";
import { withBodies } from "./with-bodies.ts";

/** Nodes go with their edges, with what is in them, and with their part as the source of the report. */
export function removalOf(nodeIds: readonly string[], { nodes, edges, reportNode }: Graph): Op[] {
  const gone = withBodies(nodeIds, nodes);
  return [
    ...edges.filter(({ from, to }) => gone.has(from) || gone.has(to)).map(({ id }): Op => ({ op: "edge-remove", id })),
    ...(reportNode !== undefined && gone.has(reportNode) ? [{ op: "plan-update", changes: [{ path: ["reportNode"] }] } satisfies Op] : []),
    ...nodes.filter(({ id }) => gone.has(id)).map(({ id }): Op => ({ op: "node-remove", id })),
  ];
}

/** Nodes go, and what led to them leads on to what they led to, under the condition that held on the way in. */
export function reconnectedRemovalOf(nodeIds: readonly string[], graph: Graph): Op[] {
  const gone = withBodies(nodeIds, graph.nodes);
  const kept = graph.edges.filter(({ from, to }) => !gone.has(from) && !gone.has(to));
  const added: Edge[] = [];
  for (const incoming of graph.edges.filter(({ from, to }) => !gone.has(from) && gone.has(to))) {
    for (const outgoing of edgesBehind(incoming.to, gone, graph.edges)) {
      const known = [...kept, ...added];
      if (known.some(({ from, to }) => from === incoming.from && to === outgoing.to)) continue;
      const as = freeInput(known.filter(({ to }) => to === outgoing.to), incoming.from);
      const isData = incoming.kind === "data" && outgoing.kind === "data";
      added.push({ ...incoming, id: freeId([...graph.edges, ...added], incoming.id), to: outgoing.to, as, kind: isData ? "data" : "order" });
    }
  }
  return [...removalOf(nodeIds, graph), ...added.map((edge): Op => ({ op: "edge-add", edge }))];
}

/** The edges by which one leaves nodes that go, entered at one of them. */
function edgesBehind(startId: string, gone: ReadonlySet<string>, edges: readonly Edge[]): Edge[] {
  const entered = new Set([startId]);
  for (const id of entered) for (const { from, to } of edges) if (from === id && gone.has(to)) entered.add(to);
  return edges.filter(({ from, to }) => entered.has(from) && !gone.has(to));
}
