import type { Brief } from "../brief/brief.ts";
import type { Graph } from "../workflow/graph.ts";
import type { Finding, FindingTarget, Fix, Severity } from "./finding.ts";
import type { GraphView } from "./graph-view.ts";

/** What rules look at. A bare definition has no brief. */
export interface Examined {
  graph: Graph;
  view: GraphView;
  brief: Brief | null;
}

/** What one rule says of one place. */
export interface RuleFinding {
  target: FindingTarget;
  message: string;
  fixes?: Fix[];
}

/** What came of one rule: findings, or the reason why it could not run. */
export type RuleOutcome = { ran: true; findings: RuleFinding[] } | { ran: false; reason: string };

/** One check of a definition, before anybody approves it. */
export interface Rule {
  /** `<family>/<name>`, as people read it in lists, waivers and SARIF. */
  id: string;
  severity: Severity;
  /** One sentence that a product manager understands. */
  why: string;
  examine(examined: Examined): RuleOutcome;
}

/** A rule that always can run. */
export const found = (findings: RuleFinding[]): RuleOutcome => ({ ran: true, findings });

/** For a rule that compares with the brief. */
export function withBrief(examined: Examined, compare: (brief: Brief) => RuleOutcome): RuleOutcome {
  return examined.brief === null ? { ran: false, reason: "there is no brief to compare with" } : compare(examined.brief);
}

/** Gives a rule's findings its name and severity. */
export function asFindings({ id, severity }: Rule, findings: RuleFinding[]): Finding[] {
  return findings.map(({ target, message, fixes = [] }) => ({ ruleId: id, severity, target, message, fixes }));
}
