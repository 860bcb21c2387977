import type { Brief } from "../../core/brief/brief.ts";
import type { PreflightReport } from "../../core/preflight/preflight.ts";
import { preflightRules } from "../../core/preflight/preflight-rules.ts";
import { toolsOf } from "../../core/preflight/node-tools.ts";
import type { ToolDescriptor } from "../../core/review/manifest.ts";
import type { Graph } from "../../core/workflow/graph.ts";

/** Rules that only remark something: that one of them could not run is nothing unusual. */
const remarks = new Set(preflightRules.filter(({ severity }) => severity === "note").map(({ id }) => id));

/**
 * What an approver should read before the numbers, because a calm page is approved unread: what can do harm first, then what
 * the checks say and could not say, then what is merely rare.
 * @param tools those that the plan uses, as they are now.
 */
export function unusualThings({ graph, brief, report, tools }: { graph: Graph; brief: Brief; report: PreflightReport; tools: readonly ToolDescriptor[] }): string[] {
  const { nodes } = graph;
  const unlimited = nodes.filter((node) => (node.kind === "agent" && node.maxTurns === undefined) || (node.kind === "map" && node.maxItems === undefined) || (node.kind === "loop" && node.maxIterations === undefined));
  const reasoning = nodes.filter((node) => node.kind === "verify" && Array.isArray(node.sees) && node.sees.includes("reasoning"));
  const opaque = nodes.filter(({ kind }) => kind === "opaque");
  const usersOf = (name: string) => nodes.filter((node) => toolsOf(node).includes(name)).map(({ title }) => `"${title}"`).join(", ");
  const spoken = report.findings.filter(({ severity }) => severity !== "note");
  const isHidden = ({ ruleId }: { ruleId: string }) => ruleId === "text/hidden-characters";
  return [
    ...tools.filter(({ effects }) => effects === "writes").map(({ name }) => `The tool ${name} writes outside. It may be used by ${usersOf(name)}.`),
    ...tools.filter(({ server }) => server !== "built-in").map(({ name, server }) => `The tool ${name} comes from ${server}, not from this installation.`),
    ...spoken.filter(isHidden).map(({ message }) => message),
    ...(brief.scope.effects === "may-write" ? ["The brief lets the run write, not only read."] : []),
    ...(brief.scope.domains.length > 0 ? [`The run may read from the web: ${brief.scope.domains.join(", ")}.`] : []),
    ...spoken.filter((finding) => !isHidden(finding)).map(({ message }) => message),
    ...report.notRun.filter(({ ruleId }) => !remarks.has(ruleId)).map(({ ruleId, reason }) => `The rule ${ruleId} could not run: ${reason}.`),
    ...unlimited.map(({ title }) => `"${title}" has no limit of its own.`),
    ...reasoning.map(({ title }) => `"${title}" sees the reasoning of those it checks.`),
    ...opaque.map(({ title }) => `"${title}" is a step from outside that nobody can look into.`),
    ...(nodes.some(({ kind }) => kind === "code") ? ["The plan runs generated code in the sandbox."] : []),
    ...(brief.requirements.length === 0 ? ["The brief names no requirements: nothing tells whether a part is left out."] : []),
  ];
}
