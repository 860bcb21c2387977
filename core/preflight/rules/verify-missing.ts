import type { Node } from "../../workflow/node.ts";
import type { GraphView } from "../graph-view.ts";
import { found, type Rule } from "../rule.ts";

/** The run that ends all green and is wrong: what workers claim goes into the report unchecked. */
export const verifyMissing: Rule = {
  id: "verify/missing",
  severity: "error",
  why: "What workers claim would go into the report without anybody checking it against its evidence.",
  examine({ graph, view }) {
    const reports = graph.nodes.filter((node) => node.id === graph.reportNode || node.kind === "synthesize");
    const unverified = new Map<string, Node>();
    for (const report of reports) {
      for (const node of sourcesWithoutVerify(report, view)) unverified.set(node.id, node);
    }
    return found(
      [...unverified.values()].map((node) => ({
        target: { type: "node", id: node.id },
        message: `The claims of "${node.title}" reach the report without passing a verify step.`,
      })),
    );
  },
};

/** Producers of claims from which some way leads to the report past every verify node. */
function sourcesWithoutVerify(report: Node, view: GraphView): Node[] {
  const seen = new Set<string>();
  const producers: Node[] = report.kind === "agent" ? [report] : [];
  const waiting = sourcesOf(report, view);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (seen.has(node.id) || node.kind === "verify") continue;
    seen.add(node.id);
    if (node.kind === "agent" || node.kind === "opaque" || node.kind === "subworkflow") producers.push(node);
    waiting.push(...sourcesOf(node, view));
  }
  return producers;
}

/** Where a node's input comes from: its data edges; for a container also the ends of its body (SPEC C5). */
function sourcesOf(node: Node, view: GraphView): Node[] {
  const fed = view.incoming(node.id).filter((edge) => edge.kind === "data").flatMap((edge) => view.node(edge.from) ?? []);
  return fed.flatMap((source) => [source, ...bodyEnds(source, view)]);
}

function bodyEnds(container: Node, view: GraphView): Node[] {
  return view
    .children(container.id)
    .filter((child) => view.outgoing(child.id).length === 0)
    .flatMap((child) => [child, ...bodyEnds(child, view)]);
}
