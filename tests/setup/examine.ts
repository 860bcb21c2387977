import { briefSchema, type BriefInput } from "../../core/brief/brief.ts";
import type { Finding } from "../../core/preflight/finding.ts";
import { runPreflight } from "../../core/preflight/preflight.ts";
import type { Rule } from "../../core/preflight/rule.ts";
import { graphSchema, type GraphInput } from "../../core/workflow/graph.ts";

/** What one rule says of a definition: its findings, or the reason why it did not run. */
export function examineWith(rule: Rule, graph: GraphInput, brief: BriefInput | null = null): Finding[] | string {
  const report = runPreflight(graphSchema.parse(graph), brief === null ? null : briefSchema.parse(brief), [rule]);
  return report.notRun[0]?.reason ?? report.findings;
}

/** The ids of the nodes or requirements, or the word "plan", that a rule trips on. */
export function targetsOf(findings: Finding[] | string): string[] {
  return typeof findings === "string" ? [findings] : findings.map(({ target }) => ("id" in target ? target.id : target.type));
}
