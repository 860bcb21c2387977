import type { GoodPlan } from "./good-plan.ts";
import type { Operator } from "./operator.ts";

/** What one author, who had not read the rules, wrote down. */
export interface Part {
  plans: readonly GoodPlan[];
  operators: readonly Operator[];
}
