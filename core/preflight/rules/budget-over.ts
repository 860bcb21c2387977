import type { Brief } from "../../brief/brief.ts";
import { projectPlan, type Projection } from "../projection.ts";
import { found, withBrief, type Rule } from "../rule.ts";

const words = {
  maxAgents: (value: number) => `${value.toLocaleString("en")} ${value === 1 ? "agent" : "agents"}`,
  maxTokens: (value: number) => `${value.toLocaleString("en")} tokens`,
  maxMinutes: (value: number) => `${value.toLocaleString("en", { maximumFractionDigits: 1 })} ${value === 1 ? "minute" : "minutes"}`,
  maxCostMicroUsd: (value: number) => `$${(value / 1_000_000).toFixed(2)}`,
} as const;

/** A plan that can only end at its budget, half done: maps multiply what looks small on the card. */
export const budgetOver: Rule = {
  id: "budget/over",
  severity: "error",
  reads: "structure",
  why: "The run would reach its limit and stop to ask before it is done.",
  examine: (examined) =>
    withBrief(examined, ({ budget }) => {
      const projection = projectPlan(examined);
      const { policy } = examined.surroundings;
      const over = overLimits(projection, budget).map(({ limit, projected, allowed }) => ({
        target: { type: "plan" as const },
        message: `The plan likely takes ${words[limit](projected)}, the brief allows ${words[limit](allowed)}.`,
      }));
      const ceiling = policy.ceilings.maxCostMicroUsd;
      const cost = projection.costMicroUsd?.likely ?? 0;
      if (ceiling !== null && cost > ceiling && ceiling < budget.maxCostMicroUsd) {
        over.push({ target: { type: "plan" }, message: `The plan likely costs ${words.maxCostMicroUsd(cost)}, the policy allows ${words.maxCostMicroUsd(ceiling)}.` });
      }
      const { unpricedRoles } = projection;
      return found(over, unpricedRoles.length === 0 ? null : `what the model of the role ${unpricedRoles.join(", ")} costs is not known, so the cost is left out`);
    }),
};

/** What of a brief's budget a projection's likely values are above. */
function overLimits(projection: Projection, budget: Brief["budget"]) {
  const compared = [
    ["maxAgents", projection.agents.likely],
    ["maxTokens", projection.tokens.likely],
    ["maxMinutes", projection.minutes.likely],
    ["maxCostMicroUsd", projection.costMicroUsd?.likely ?? 0],
  ] as const;
  return compared.flatMap(([limit, projected]) => (projected > budget[limit] ? [{ limit, projected, allowed: budget[limit] }] : []));
}
