import type { Brief } from "../brief/brief.ts";
import type { Graph } from "../workflow/graph.ts";
import type { Finding } from "./finding.ts";
import { viewGraph } from "./graph-view.ts";
import { preflightRules } from "./preflight-rules.ts";
import type { Rule } from "./rule.ts";
import { unknownSurroundings, type Surroundings } from "./surroundings.ts";

/** What the checks say of a definition, and which of them could not run, wholly or in part, with the reason. */
export interface PreflightReport {
  findings: Finding[];
  notRun: { ruleId: string; reason: string }[];
}

/**
 * Checks a definition, the same in the browser on every edit and on the server at every decision.
 * @param brief null for a bare definition: rules that compare with one report *not run*.
 */
export function runPreflight(
  graph: Graph,
  brief: Brief | null,
  surroundings: Surroundings = unknownSurroundings,
  rules: readonly Rule[] = preflightRules,
): PreflightReport {
  const examined = { graph, view: viewGraph(graph), brief, surroundings };
  const { severities } = surroundings.policy;
  const report: PreflightReport = { findings: [], notRun: [] };
  for (const { id, severity, why, examine } of rules) {
    const asked = Object.hasOwn(severities, id) ? severities[id] : undefined;
    if (asked === "off") {
      report.notRun.push({ ruleId: id, reason: "the policy leaves it out" });
      continue;
    }
    const { findings, notRun } = examine(examined);
    for (const { target, message, fixes = [], severity: own = severity } of findings) {
      report.findings.push({ ruleId: id, severity: asked ?? own, target, message, why, fixes });
    }
    if (notRun !== null) report.notRun.push({ ruleId: id, reason: notRun });
  }
  return report;
}
