import type { Node } from "../../workflow/node.ts";
import { fix, setField } from "../fix.ts";
import { freeId, freeInput } from "../../workflow/free-name.ts";
import type { Fix } from "../finding.ts";
import { found, onNode, type Examined, type Rule, type RuleFinding } from "../rule.ts";

/** A check that is shown, paid for and ignored: the plan looks careful and isn't. */
export const verifyUnused: Rule = {
  id: "verify/unused",
  severity: "error",
  reads: "structure",
  why: "Whatever this check finds, the result stays the same.",
  examine(examined) {
    const { graph, view } = examined;
    const deciding = graph.nodes.filter((node) => node.kind === "checkpoint" || node.kind === "branch" || (node.kind === "loop" && view.children(node.id).some(({ kind }) => kind === "verify")));
    const used = new Set([...view.before([...view.reports, ...deciding], { along: "data" }), ...deciding]);
    const behind = view.after(view.reports);
    return found(graph.nodes.flatMap((node) => (node.kind === "verify" && !behind.has(node) ? (findingOf(node, used, examined) ?? []) : [])));
  },
};

function findingOf(node: Extract<Node, { kind: "verify" }>, used: ReadonlySet<Node>, examined: Examined): RuleFinding | null {
  if (node.onRefuted === "ignore") {
    return onNode(node, `"${node.title}" ignores what it refutes.`, [setField("Mark what is refuted", node.id, ["onRefuted"], "mark")]);
  }
  if (used.has(node) || examined.view.reports.length === 0) return null;
  return onNode(node, `Nothing follows from what "${node.title}" finds: no report, checkpoint or branch receives its verdicts.`, handedToReport(node, examined));
}

/** Hands the verdicts to the report, and takes the claims that go to both to the report by way of the check. */
function handedToReport(node: Node, { graph, view }: Examined): Fix[] {
  const [report, ...others] = view.reports;
  if (report === undefined || others.length > 0 || report.parent !== node.parent || report.kind !== "synthesize") return [];
  const fed = new Set(view.incoming(node.id).map(({ from }) => from));
  const around = view.incoming(report.id).filter(({ from, kind }) => kind === "data" && fed.has(from));
  const kept = view.incoming(report.id).filter((edge) => !around.includes(edge));
  return [
    fix(`Hand them to "${report.title}"`, [
      ...around.map(({ id }) => ({ op: "edge-remove" as const, id })),
      { op: "edge-add", edge: { id: freeId(graph.edges, `${node.id}-${report.id}`), from: node.id, to: report.id, as: freeInput(kept, node.id) } },
    ]),
  ];
}
