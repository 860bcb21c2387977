import { overBudget, projectCost, type PriceOf } from "../project-cost.ts";
import { found, withBrief, type Rule } from "../rule.ts";

const words = {
  maxAgents: (value: number) => `${value.toLocaleString("en")} agents`,
  maxTokens: (value: number) => `${value.toLocaleString("en")} tokens`,
  maxMinutes: (value: number) => `${value.toLocaleString("en", { maximumFractionDigits: 1 })} minutes`,
  maxCostMicroUsd: (value: number) => `$${(value / 1_000_000).toFixed(2)}`,
  maxParallel: (value: number) => `${value} at once`,
} as const;

/**
 * A plan that can only end at its budget, half done: maps multiply what looks small on the card.
 * @param priceOf what tokens of a role cost.
 */
export function budgetOver(priceOf: PriceOf): Rule {
  return {
    id: "budget/over",
    severity: "error",
    why: "The run would reach its limit and stop to ask before it is done.",
    examine: (examined) =>
      withBrief(examined, (brief) =>
        found(
          overBudget(projectCost(examined, priceOf), brief).map(({ limit, projected, allowed }) => ({
            target: { type: "plan" },
            message: `The plan likely takes ${words[limit](projected)}, the brief allows ${words[limit](allowed)}.`,
          })),
        ),
      ),
  };
}
