import type { Node } from "../../workflow/node.ts";
import { fix, setField } from "../fix.ts";
import { freeId } from "../../workflow/free-name.ts";
import { found, onNode, type Examined, type Rule, type RuleFinding } from "../rule.ts";
import { proseOf } from "../prose/node-prose.ts";
import { writingToolsOf } from "../tool-effect.ts";

/** Branches that each find something and never meet, or meet before the slower ones are there: the report knows one of them. */
export const missingJoin: Rule = {
  id: "structure/missing-join",
  severity: "warning",
  reads: "structure",
  why: "What several branches found has to come together before the report, or the report is about one of them.",
  examine: (examined) => found([...apart(examined), ...apartFromReport(examined), ...examined.graph.nodes.flatMap((node) => hasty(node, examined) ?? [])]),
};

/** Without a report the ends of all branches must be one. */
function apart({ graph, view, surroundings }: Examined): RuleFinding[] {
  if (view.reports.length > 0) return [];
  const open = view.children(null).filter((node) => view.outgoing(node.id).length === 0 && node.kind !== "opaque" && writingToolsOf(node, surroundings).length === 0 && view.reached().has(node));
  if (open.length < 2) return [];
  const joinId = freeId(graph.nodes, "join");
  const shown = open.slice(0, 3).map(({ title }) => `"${title}"`).join(", ");
  const meet = fix("Let them meet", [
    { op: "node-add", node: { kind: "join", id: joinId, title: "Meet", rationale: "What the branches found comes together here." } },
    ...open.map(({ id }) => ({ op: "edge-add" as const, edge: { id: freeId(graph.edges, `${id}-${joinId}`), from: id, to: joinId } })),
  ]);
  return [{ target: { type: "plan" }, message: `${open.length} branches end apart from each other: ${shown}${open.length > 3 ? " …" : ""}.`, fixes: [meet] }];
}

/** A branch that ends in a check, a join or a question, from which nothing leads to the report. */
function apartFromReport({ graph, view }: Examined): RuleFinding[] {
  if (view.reports.length === 0) return [];
  const behind = view.after(view.reports);
  const reports = new Set(view.reports);
  return graph.nodes
    .filter((node) => ends.has(node.kind) && node.parent === undefined && !reports.has(node) && view.outgoing(node.id).length === 0 && view.incoming(node.id).length > 0 && !behind.has(node) && view.reached().has(node))
    .map((node) => onNode(node, `The branch that ends in "${node.title}" never meets the report.`));
}

const ends = new Set<Node["kind"]>(["verify", "join", "checkpoint", "branch"]);

/** A join that goes on before all are there, though its branches do different things. */
function hasty(node: Node, { view }: Examined): RuleFinding | null {
  if (node.kind !== "join" || node.waitFor === "all") return null;
  const sources = view.incoming(node.id).flatMap(({ from }) => view.node(from) ?? []);
  const awaited = node.waitFor === "any" ? 1 : node.waitFor;
  if (sources.length <= awaited) return null;
  // Only workers that are told the same may race each other.
  const kinds = new Set(sources.map((source) => (source.kind === "agent" ? `${source.covers.join(" ")}|${proseOf(source).plain}` : source.id)));
  if (kinds.size < 2) return null;
  const message = `"${node.title}" goes on when ${awaited} of ${sources.length} branches ${awaited === 1 ? "is" : "are"} there, though each of them does something else.`;
  return onNode(node, message, [setField("Wait for all", node.id, ["waitFor"], "all")]);
}
