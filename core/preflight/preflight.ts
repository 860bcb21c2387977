import type { Brief } from "../brief/brief.ts";
import type { Graph } from "../workflow/graph.ts";
import type { Finding } from "./finding.ts";
import { viewGraph } from "./graph-view.ts";
import type { PriceOf } from "./project-cost.ts";
import { asFindings, type Rule } from "./rule.ts";
import { badExpression } from "./rules/bad-expression.ts";
import { budgetOver } from "./rules/budget-over.ts";
import { notRunnable } from "./rules/not-runnable.ts";
import { requirementUncovered } from "./rules/requirement-uncovered.ts";
import { toolOutside } from "./rules/tool-outside.ts";
import { unreachableNode } from "./rules/unreachable-node.ts";
import { verifyMissing } from "./rules/verify-missing.ts";

/** What the checks say of a definition, and which of them could not run, with the reason. */
export interface PreflightReport {
  findings: Finding[];
  notRun: { ruleId: string; reason: string }[];
}

/** Every rule there is, in the order they are listed. */
export function preflightRules(priceOf: PriceOf): Rule[] {
  return [unreachableNode, notRunnable, badExpression, requirementUncovered, verifyMissing, toolOutside, budgetOver(priceOf)];
}

/**
 * Checks a definition, the same in the browser on every edit and on the server at every decision.
 * @param brief null for a bare definition: rules that compare with one report *not run*.
 */
export function runPreflight(graph: Graph, brief: Brief | null, rules: readonly Rule[]): PreflightReport {
  const examined = { graph, view: viewGraph(graph), brief };
  const report: PreflightReport = { findings: [], notRun: [] };
  for (const rule of rules) {
    const outcome = rule.examine(examined);
    if (outcome.ran) report.findings.push(...asFindings(rule, outcome.findings));
    else report.notRun.push({ ruleId: rule.id, reason: outcome.reason });
  }
  return report;
}
