import type { Edge } from "../workflow/edge.ts";
import type { Graph } from "../workflow/graph.ts";
import type { Node } from "../workflow/node.ts";

/** A graph as rules walk it, made once for all of them: linear in nodes and edges. */
export interface GraphView {
  node(id: string): Node | undefined;
  /** The nodes directly inside a container; with null, those without a parent. */
  children(parentId: string | null): readonly Node[];
  incoming(id: string): readonly Edge[];
  outgoing(id: string): readonly Edge[];
  /** Containers around a node, the innermost first. */
  ancestors(node: Node): Node[];
}

export function viewGraph(graph: Graph): GraphView {
  const nodesById = new Map(graph.nodes.map((node) => [node.id, node]));
  const childrenById = Map.groupBy(graph.nodes, (node) => node.parent ?? null);
  const incomingById = Map.groupBy(graph.edges, (edge) => edge.to);
  const outgoingById = Map.groupBy(graph.edges, (edge) => edge.from);
  return {
    node: (id) => nodesById.get(id),
    children: (parentId) => childrenById.get(parentId) ?? [],
    incoming: (id) => incomingById.get(id) ?? [],
    outgoing: (id) => outgoingById.get(id) ?? [],
    ancestors(node) {
      const around: Node[] = [];
      for (let parent = nodesById.get(node.parent ?? ""); parent !== undefined; parent = nodesById.get(parent.parent ?? "")) {
        around.push(parent);
      }
      return around;
    },
  };
}
