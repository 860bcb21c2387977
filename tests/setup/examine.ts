import { briefSchema, type BriefInput } from "../../core/brief/brief.ts";
import type { Finding } from "../../core/preflight/finding.ts";
import { runPreflight } from "../../core/preflight/preflight.ts";
import type { Rule } from "../../core/preflight/rule.ts";
import { unknownSurroundings, type Surroundings } from "../../core/preflight/surroundings.ts";
import { policySchema, type PolicyInput } from "../../core/review/policy.ts";
import { applyOps } from "../../core/workflow/apply-op.ts";
import { graphSchema, type GraphInput } from "../../core/workflow/graph.ts";

/** What is around a definition, as far as a test cares. */
export type Around = Partial<Omit<Surroundings, "policy">> & { policy?: PolicyInput };

const surroundingsOf = ({ policy, ...others }: Around): Surroundings => ({ ...unknownSurroundings, ...others, policy: policySchema.parse(policy ?? {}) });
const briefOf = (brief: BriefInput | null) => (brief === null ? null : briefSchema.parse(brief));

/** What one rule says of a definition: its findings, or the reason why it did not run where it found nothing. */
export function examineWith(rule: Rule, graph: GraphInput, brief: BriefInput | null = null, around: Around = {}): Finding[] | string {
  const report = runPreflight(graphSchema.parse(graph), briefOf(brief), surroundingsOf(around), [rule]);
  return report.findings.length > 0 ? report.findings : (report.notRun[0]?.reason ?? []);
}

/** The ids of the nodes or requirements, or the word "plan", that a rule trips on. */
export function targetsOf(findings: Finding[] | string): string[] {
  return typeof findings === "string" ? [findings] : findings.map(({ target }) => ("id" in target ? target.id : target.type));
}

/** Where a rule trips: {@link targetsOf} what it says. */
export const tripped = (...examined: Parameters<typeof examineWith>): string[] => targetsOf(examineWith(...examined));

/**
 * Takes the first fix that a rule offers until it offers none.
 * @returns what the rule still says, and the rules that complain only since then.
 */
export function afterFixes(rule: Rule, input: GraphInput, brief: BriefInput | null = null, around: Around = {}): { left: string[]; added: string[] } {
  const complaints = (graph: GraphInput) => runPreflight(graphSchema.parse(graph), briefOf(brief), surroundingsOf(around)).findings.map(({ ruleId }) => ruleId);
  const before = new Set(complaints(input));
  let graph = graphSchema.parse(input);
  for (let round = 0; round < 50; round += 1) {
    const findings = examineWith(rule, graph, brief, around);
    const fix = typeof findings === "string" ? undefined : findings.flatMap(({ fixes }) => fixes)[0];
    if (fix === undefined) break;
    const outcome = applyOps(graph, fix.ops);
    if (!outcome.ok) throw new Error(`${fix.title}: ${outcome.refusal.message}`);
    graph = outcome.graph;
  }
  return { left: tripped(rule, graph, brief, around), added: [...new Set(complaints(graph))].filter((ruleId) => !before.has(ruleId)) };
}
