import { found, type Examined, type Rule, type RuleFinding } from "../rule.ts";

/** A run that ends green and leaves its reader to pick an answer, or none, from what the steps left behind. */
export const noReport: Rule = {
  id: "structure/no-report",
  severity: "error",
  reads: "structure",
  why: "Somebody asked a question; exactly one step has to give the answer that is checked, kept and shown.",
  examine(examined) {
    const { graph, view } = examined;
    const declared = graph.reportNode === undefined ? undefined : view.node(graph.reportNode);
    const rivals = view.reports.filter((node) => node !== declared);
    if (declared === undefined) return found([undeclared(examined)]);
    if (["verify", "branch", "join"].includes(declared.kind)) {
      return found([{ target: { type: "node", id: declared.id }, message: `The report is to come from "${declared.title}", which writes nothing.` }]);
    }
    return found(
      rivals.map((node) => ({
        target: { type: "node", id: node.id },
        message: `"${node.title}" writes a report of its own beside "${declared.title}".`,
      })),
    );
  },
};

function undeclared({ view }: Examined): RuleFinding {
  const [only, ...others] = view.reports;
  if (only === undefined) return { target: { type: "plan" }, message: "No step writes the report." };
  if (others.length > 0) return { target: { type: "plan" }, message: `${others.length + 1} steps write a report and none of them is named as the one: ${view.reports.map(({ title }) => `"${title}"`).join(", ")}.` };
  return {
    target: { type: "plan" },
    message: `"${only.title}" writes a report, but the plan doesn't name it as its own.`,
    fixes: [{ title: `Take it from "${only.title}"`, ops: [{ op: "plan-update", changes: [{ path: ["reportNode"], value: only.id }] }] }],
  };
}
