import type { Brief } from "../../core/brief/brief.ts";
import { budgetReached, type Amounts } from "../../core/run/budget-left.ts";
import { minutesUsed } from "../../core/run/minutes-used.ts";
import type { CallEvent } from "../../core/run/run-event.ts";
import type { RunState, Spending } from "../../core/run/run-state.ts";
import type { Node } from "../../core/workflow/node.ts";
import { BudgetReached } from "./executors/budget-reached.ts";
import type { Reservation } from "./executors/executor.ts";

interface Taken {
  tokens: number;
  cost: number;
}

interface Hold extends Taken {
  stepId: string;
}

/**
 * What a run has taken and what its calls in flight may still take. A call is on the books from before it begins, so
 * that calls beside each other can't pass a limit together.
 */
export class RunBudget {
  readonly #brief: Brief;
  readonly #taken: Taken;
  readonly #takenByStep: Map<string, Taken>;
  readonly #holds = new Set<Hold>();

  constructor(brief: Brief, { spending, stepsById }: RunState) {
    this.#brief = brief;
    this.#taken = takenIn(spending);
    this.#takenByStep = new Map([...stepsById.values()].filter((step) => step.spending.modelCalls > 0).map((step) => [step.stepId, takenIn(step.spending)]));
  }

  /** @throws BudgetReached when the call doesn't fit. */
  reserve({ node, stepId, state, now }: { node: Node; stepId: string; state: RunState; now: Date }, wanted: Taken): Reservation {
    const begun = state.stepsById.get(stepId)?.startedAt ?? now;
    const wait = budgetReached(
      { brief: this.#brief, node, stepId, state },
      { ...wanted, minutes: 0 },
      {
        run: { ...this.#sum(this.#taken, () => true), minutes: minutesUsed(state, now) },
        step: { ...this.#sum(this.#takenByStep.get(stepId) ?? nothing, (hold) => hold.stepId === stepId), minutes: (now.getTime() - begun.getTime()) / 60_000 },
      },
    );
    if (wait !== null) throw new BudgetReached(wait);
    const hold = { stepId, ...wanted };
    this.#holds.add(hold);
    return { release: () => void this.#holds.delete(hold) };
  }

  /** Books what a call took, in place of what was held for it. */
  book(event: CallEvent): void {
    if ((event.type !== "model-called" && event.type !== "model-failed") || event.usage === null) return;
    const { stepId, usage, costMicroUsd } = event;
    const took = { tokens: usage.input + usage.output, cost: costMicroUsd ?? 0 };
    add(this.#taken, took);
    const ofStep = this.#takenByStep.get(stepId) ?? { ...nothing };
    add(ofStep, took);
    this.#takenByStep.set(stepId, ofStep);
    const hold = [...this.#holds].find((one) => one.stepId === stepId);
    if (hold !== undefined) this.#holds.delete(hold);
  }

  #sum(taken: Taken, isCounted: (hold: Hold) => boolean): Amounts {
    const sum = { ...taken };
    for (const hold of this.#holds) if (isCounted(hold)) add(sum, hold);
    return sum;
  }
}

const nothing: Taken = { tokens: 0, cost: 0 };

function takenIn({ usage, costMicroUsd }: Spending): Taken {
  return { tokens: usage.input + usage.output, cost: costMicroUsd ?? 0 };
}

function add(sum: Taken, { tokens, cost }: Taken): void {
  sum.tokens += tokens;
  sum.cost += cost;
}
