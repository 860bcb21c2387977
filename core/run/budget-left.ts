import type { Brief } from "../brief/brief.ts";
import type { Node } from "../workflow/node.ts";
import type { RunState } from "./run-state.ts";
import type { Wait } from "./wait.ts";

export type BudgetWait = Extract<Wait, { kind: "budget" }>;
type Limit = BudgetWait["limit"];

/** What is taken or held, and what is wanted besides: of the limits that are named. */
export type Amounts = Partial<Record<Limit, number>>;

/**
 * Looks whether what is wanted fits below the limits of a run and of the step that wants it.
 * @param used of the run, and of the step.
 * @returns the first limit that would be passed; null when all hold.
 */
export function budgetReached(
  { brief, node, stepId, state }: { brief: Brief; node: Node; stepId: string; state: RunState },
  wanted: Amounts,
  used: { run: Amounts; step: Amounts },
): BudgetWait | null {
  const { maxTokens, maxCostMicroUsd, maxMinutes, maxAgents } = brief.budget;
  const ofRun: Amounts = { tokens: maxTokens, cost: maxCostMicroUsd, minutes: maxMinutes, agents: maxAgents };
  const ofStep: Amounts = { tokens: node.budget?.maxTokens, cost: node.budget?.maxCostMicroUsd, minutes: node.budget?.maxMinutes };
  return passed(state, null, ofRun, wanted, used.run) ?? passed(state, stepId, ofStep, wanted, used.step);
}

function passed(state: RunState, stepId: string | null, limits: Amounts, wanted: Amounts, used: Amounts): BudgetWait | null {
  for (const limit of ["agents", "tokens", "cost", "minutes"] as const) {
    const [base, more, before] = [limits[limit], wanted[limit], used[limit] ?? 0];
    if (base === undefined || more === undefined) continue;
    const allowed = allowedNow(state, { limit, stepId, base });
    if (before + more > allowed) return { kind: "budget", stepId, limit, used: before, wanted: more, allowed };
  }
  return null;
}

/** A limit as people have raised it meanwhile; none at all where somebody chose to finish with what is there. */
function allowedNow({ answeredWaits }: RunState, { limit, stepId, base }: { limit: Limit; stepId: string | null; base: number }): number {
  const answers = answeredWaits.filter(({ wait }) => wait.kind === "budget" && wait.limit === limit && wait.stepId === stepId);
  if (answers.some(({ answer }) => answer.action === "finish")) return Infinity;
  const raised = answers.flatMap(({ answer }) => (typeof answer.value === "number" ? [answer.value] : []));
  return Math.max(base, ...raised);
}
