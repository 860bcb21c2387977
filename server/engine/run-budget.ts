import type { Brief } from "../../core/brief/brief.ts";
import { budgetReached, type Amounts } from "../../core/run/budget-left.ts";
import type { CallEvent } from "../../core/run/run-event.ts";
import type { RunState, Spending } from "../../core/run/run-state.ts";
import { workedMs } from "../../core/run/worked-ms.ts";
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

/** Who wants to make a call, and how the run stands whenever that is asked. */
interface Caller {
  node: Node;
  stepId: string;
  look(): { state: RunState; now: Date };
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
  /** Calls that fit as soon as others turn out to take less than is held for them. */
  readonly #waiting = new Set<() => void>();

  constructor(brief: Brief, { spending, stepsById }: RunState) {
    this.#brief = brief;
    this.#taken = takenIn(spending);
    this.#takenByStep = new Map([...stepsById.values()].filter((step) => step.spending.modelCalls > 0).map((step) => [step.stepId, takenIn(step.spending)]));
  }

  /**
   * Waits for what others hold, where the call fits beside what they have taken: people are asked only about what was used.
   * @param signal gives up waiting.
   * @throws BudgetReached when the call doesn't fit.
   */
  async reserve({ signal, ...caller }: Caller & { signal: AbortSignal }, wanted: Taken): Promise<Reservation> {
    for (;;) {
      signal.throwIfAborted();
      const isFitting = this.#reached(caller, wanted, this.#holds) === null;
      if (isFitting) break;
      const wait = this.#reached(caller, wanted, new Set());
      if (wait !== null) throw new BudgetReached(wait);
      await this.#released(signal);
    }
    const hold = { stepId: caller.stepId, ...wanted };
    this.#holds.add(hold);
    return { release: () => this.#release(hold) };
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
    if (hold !== undefined) this.#release(hold);
  }

  #reached({ node, stepId, look }: Caller, wanted: Taken, holds: ReadonlySet<Hold>) {
    const { state, now } = look();
    const begun = state.stepsById.get(stepId)?.startedAt ?? now;
    const own = [...holds].filter((hold) => hold.stepId === stepId);
    return budgetReached(
      { brief: this.#brief, node, stepId, state },
      { ...wanted, minutes: 0 },
      {
        run: { ...sumOf(this.#taken, holds), minutes: workedMs(state, now.getTime()) / 60_000 },
        step: { ...sumOf(this.#takenByStep.get(stepId) ?? nothing, own), minutes: (now.getTime() - begun.getTime()) / 60_000 },
      },
    );
  }

  #release(hold: Hold): void {
    if (!this.#holds.delete(hold)) return;
    for (const goOn of this.#waiting) goOn();
    this.#waiting.clear();
  }

  #released(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.add(resolve);
      signal.addEventListener("abort", () => resolve(), { once: true });
    });
  }
}

function sumOf(taken: Taken, holds: Iterable<Hold>): Amounts {
  const sum = { ...taken };
  for (const hold of holds) add(sum, hold);
  return sum;
}

const nothing: Taken = { tokens: 0, cost: 0 };

function takenIn({ usage, costMicroUsd }: Spending): Taken {
  return { tokens: usage.input + usage.output, cost: costMicroUsd ?? 0 };
}

function add(sum: Taken, { tokens, cost }: Taken): void {
  sum.tokens += tokens;
  sum.cost += cost;
}
