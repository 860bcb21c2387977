import type { Edge } from "../workflow/edge.ts";
import { isContainer, type Node } from "../workflow/node.ts";

/** How a graph is walked. */
interface Walk {
  /** `data` follows values, `any` also mere order. */
  along?: "data" | "any";
  /** Nodes that are reached and not walked past. */
  stopAt?: (node: Node) => boolean;
}

/** Where values and turns go in a graph, into the bodies of containers and out of them. */
export interface Flow {
  /** Everything that comes after these, the bodies of containers among them included. */
  after(nodes: Iterable<Node>, walk?: Walk): ReadonlySet<Node>;
  /** Everything that comes before these, the bodies of containers among them included. */
  before(nodes: Iterable<Node>, walk?: Walk): ReadonlySet<Node>;
}

interface Parts {
  nodes: readonly Node[];
  node(id: string): Node | undefined;
  children(parentId: string | null): readonly Node[];
  incoming(id: string): readonly Edge[];
  outgoing(id: string): readonly Edge[];
}

/**
 * Makes the walks of a graph. A container is two places, its way in and its way out (SPEC F6): from its way in one comes
 * to what starts its body, and from what ends the body to its way out (C5). Each walk is linear in nodes and edges.
 */
export function createFlow(parts: Parts): Flow {
  const { nodes } = parts;
  const placeOf = new Map(nodes.map((node, index) => [node, index]));
  const waysOut: Record<"data" | "any", number[][] | null> = { data: null, any: null };
  const waysIn: Record<"data" | "any", number[][] | null> = { data: null, any: null };
  const exitOf = (place: number) => (isContainer(nodes[place]?.kind ?? "join") ? place + nodes.length : place);

  const forward = (along: "data" | "any"): number[][] => (waysOut[along] ??= lead(parts, placeOf, { along, exitOf }));
  const backward = (along: "data" | "any"): number[][] => (waysIn[along] ??= turned(forward(along)));

  const walk = (starts: readonly number[], next: number[][], stopAt: (node: Node) => boolean): ReadonlySet<Node> => {
    const seen = new Set<number>();
    const reached = new Set<Node>();
    const waiting = starts.flatMap((place) => next[place] ?? []);
    for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
      const node = nodes[place % nodes.length];
      if (seen.has(place) || node === undefined) continue;
      seen.add(place);
      reached.add(node);
      if (!stopAt(node)) for (const further of next[place] ?? []) waiting.push(further);
    }
    return reached;
  };
  const placesOf = (some: Iterable<Node>) => [...some].flatMap((node) => placeOf.get(node) ?? []);
  return {
    after: (some, { along = "any", stopAt = () => false } = {}) => walk(placesOf(some), forward(along), stopAt),
    before: (some, { along = "any", stopAt = () => false } = {}) => walk(placesOf(some).map(exitOf), backward(along), stopAt),
  };
}

/** From each place the places that come next; the way out of a container stands as far behind its way in as there are nodes. */
function lead(parts: Parts, placeOf: ReadonlyMap<Node, number>, { along, exitOf }: { along: "data" | "any"; exitOf(place: number): number }): number[][] {
  const next: number[][] = Array.from({ length: parts.nodes.length * 2 }, () => []);
  const isWalked = (edge: Edge) => along === "any" || edge.kind === "data";
  for (const [place, node] of parts.nodes.entries()) {
    const exit = exitOf(place);
    const out = next[exit] ?? [];
    const edges = parts.outgoing(node.id);
    for (const edge of edges) {
      const to = isWalked(edge) ? placeOf.get(parts.node(edge.to) ?? node) : undefined;
      if (to !== undefined) out.push(to);
    }
    const parent = node.parent === undefined ? undefined : parts.node(node.parent);
    const parentPlace = parent === undefined ? undefined : placeOf.get(parent);
    if (edges.length === 0 && parentPlace !== undefined) out.push(exitOf(parentPlace));
    if (exit === place) continue;
    const starts = parts.children(node.id).filter((child) => !parts.incoming(child.id).some(isWalked));
    next[place] = starts.length === 0 ? [exit] : starts.flatMap((child) => placeOf.get(child) ?? []);
  }
  return next;
}

function turned(next: readonly (readonly number[])[]): number[][] {
  const previous: number[][] = next.map(() => []);
  for (const [from, places] of next.entries()) {
    for (const to of places) previous[to]?.push(from);
  }
  return previous;
}
