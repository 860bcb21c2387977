import canonicalize from "canonicalize";
import { digestOfText, type Digest } from "../text/digest.ts";
import type { Graph } from "./graph.ts";

/** The canonical bytes of a graph's meaning as text, and their digest (SPEC F9). Both are stored with a revision. */
export interface CanonicalGraph {
  text: string;
  digest: Digest;
}

/** Writes a graph down canonically: positions left out, nodes and edges by id. */
export function canonicalGraph(graph: Graph): CanonicalGraph {
  const { layout: _, nodes, edges, ...plan } = graph;
  const text = canonicalize({ ...plan, nodes: nodes.toSorted(byId), edges: edges.toSorted(byId) });
  if (text === undefined) throw new TypeError("A graph is always JSON.");
  return { text, digest: digestOfText(text) };
}

/** The digest of a graph's meaning. */
export function digestGraph(graph: Graph): Digest {
  return canonicalGraph(graph).digest;
}

/** By UTF-16 code units, as RFC 8785 sorts keys: no locale may change a digest. */
function byId(a: { id: string }, b: { id: string }): number {
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
