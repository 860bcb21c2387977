import { digestOf, type Digest } from "../text/digest.ts";
import type { Graph } from "../workflow/graph.ts";
import type { Node } from "../workflow/node.ts";

/** How far around a node its neighbours tell it from others. */
const reach = 3;

/**
 * What plans have in common that use about as much: which kinds of steps with which roles and tools stand in which containers,
 * how often their bodies may run, and what leads to what. Ids, texts, other limits and conditions don't count. Nodes are told apart by what is around them (colour
 * refinement, Weisfeiler and Leman 1968): plans of one shape have one digest, and seldom others too.
 */
export function shapeOfPlan({ nodes, edges }: Graph): Digest {
  let colours = new Map(nodes.map((node) => [node.id, digestOf(ownShape(node))]));
  for (let round = 0; round < reach; round += 1) {
    const [before, after] = [collected(edges, colours, "to", "from"), collected(edges, colours, "from", "to")];
    const next = nodes.map(({ id, parent }) => [id, digestOf([colours.get(id) ?? "", parent === undefined ? "" : (colours.get(parent) ?? ""), before.get(id) ?? [], after.get(id) ?? []])] as const);
    colours = new Map(next);
  }
  return digestOf([...colours.values()].toSorted());
}

function ownShape(node: Node) {
  const role = "role" in node ? node.role : null;
  const tools = "tools" in node && Array.isArray(node.tools) ? node.tools.map((tool) => JSON.stringify(tool)).toSorted() : [];
  const rounds = node.kind === "map" ? node.maxItems : node.kind === "loop" ? node.maxIterations : 1;
  return { kind: node.kind, role, tools, votes: node.kind === "verify" ? node.votes : 1, rounds: typeof rounds === "number" ? rounds : null };
}

/** The colours at the other ends of each node's edges, in an order that doesn't depend on how edges are listed. */
function collected(edges: Graph["edges"], colours: ReadonlyMap<string, Digest>, own: "from" | "to", other: "from" | "to"): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const edge of edges) found.set(edge[own], [...(found.get(edge[own]) ?? []), `${edge.kind} ${colours.get(edge[other]) ?? ""}`]);
  for (const list of found.values()) list.sort();
  return found;
}
