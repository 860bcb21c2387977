import type { Wait } from "../../../core/run/wait.ts";

/** A call that was not made because it would go above a limit. */
export class BudgetReached extends Error {
  override name = "BudgetReached";
  readonly wait: Extract<Wait, { kind: "budget" }>;

  constructor(wait: Extract<Wait, { kind: "budget" }>) {
    super(`The next call would take the ${wait.limit} from ${wait.used} to ${wait.used + wait.wanted}, above ${wait.allowed}.`);
    this.wait = wait;
  }
}
