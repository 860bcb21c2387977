import type { Edge } from "../workflow/edge.ts";
import type { Graph } from "../workflow/graph.ts";
import type { Node } from "../workflow/node.ts";
import { groupBy } from "./group-by.ts";
import { createFlow, type Flow } from "./flow.ts";

/** A graph as rules walk it, made once for all of them: linear in nodes and edges. */
export interface GraphView extends Flow {
  node(id: string): Node | undefined;
  /** The nodes directly inside a container; with null, those without a parent. */
  children(parentId: string | null): readonly Node[];
  incoming(id: string): readonly Edge[];
  outgoing(id: string): readonly Edge[];
  /** Containers around a node, the innermost first. */
  ancestors(node: Node): Node[];
  /** What hands a text to readers: the declared report, and what writes one that goes no further. */
  reports: readonly Node[];
  /** Everything that can run: a path leads to it from the start. */
  reached(): ReadonlySet<Node>;
}

export function viewGraph(graph: Graph): GraphView {
  const nodesById = new Map(graph.nodes.map((node) => [node.id, node]));
  const childrenById = groupBy(graph.nodes, (node) => node.parent ?? null);
  const incomingById = groupBy(graph.edges, (edge) => edge.to);
  const outgoingById = groupBy(graph.edges, (edge) => edge.from);
  const parts = {
    nodes: graph.nodes,
    node: (id: string) => nodesById.get(id),
    children: (parentId: string | null) => childrenById.get(parentId) ?? [],
    incoming: (id: string) => incomingById.get(id) ?? [],
    outgoing: (id: string) => outgoingById.get(id) ?? [],
  };
  const flow = createFlow(parts);
  let reached: ReadonlySet<Node> | null = null;
  return {
    ...parts,
    ...flow,
    reports: graph.nodes.filter((node) => node.id === graph.reportNode || isLastWord(node, parts)),
    reached: () => (reached ??= reachedFrom(parts.children(null).filter(({ id }) => parts.incoming(id).length === 0), flow)),
    ancestors(node) {
      const around: Node[] = [];
      for (let parent = nodesById.get(node.parent ?? ""); parent !== undefined; parent = nodesById.get(parent.parent ?? "")) {
        around.push(parent);
      }
      return around;
    },
  };
}

function isLastWord(node: Node, { outgoing }: Pick<GraphView, "outgoing">): boolean {
  return node.kind === "synthesize" && node.parent === undefined && !outgoing(node.id).some(({ kind }) => kind === "data");
}

function reachedFrom(starts: readonly Node[], flow: Flow): ReadonlySet<Node> {
  return new Set([...starts, ...flow.after(starts)]);
}
