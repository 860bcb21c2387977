import type { RunEntry, RunEvent } from "./run-event.ts";
import { isEnded } from "./run-status.ts";
import { pendingStep, type RunState, type Spending, type StepState } from "./run-state.ts";
import { nodeIdOf } from "./step-id.ts";

type EventOf<Type extends RunEvent["type"]> = Extract<RunEvent, { type: Type }>;
type Draft = { -readonly [Key in keyof RunState]: RunState[Key] } & { stepsById: Map<string, StepState> };

/**
 * Adds entries of a run's log, in order, to what the entries before them said: the same in every browser and on the
 * server. Copies the steps once for all of them. Entries at or below the state's sequence are passed over.
 */
export function foldRun(state: RunState, entries: readonly RunEntry[]): RunState {
  const draft: Draft = { ...state, stepsById: new Map(state.stepsById) };
  for (const entry of entries) {
    if (entry.sequence <= draft.sequence) continue;
    foldEvent(draft, entry.event, entry.at);
    draft.sequence = entry.sequence;
  }
  return draft;
}

function foldEvent(draft: Draft, event: RunEvent, at: Date): void {
  switch (event.type) {
    case "run-created":
      draft.createdAt = at;
      return;
    case "driver-changed":
      draft.driverId = event.workerId;
      draft.startedAt ??= at;
      if (!isEnded(draft.status)) draft.status = standing(draft);
      return;
    case "wait-began":
      draft.openWaits = [...draft.openWaits, { waitId: event.waitId, wait: event.wait, since: at }];
      if ("stepId" in event.wait && event.wait.kind !== "budget" && event.wait.stepId !== null) {
        changeStep(draft, event.wait.stepId, () => ({ status: "waiting", endedAt: null }));
      }
      draft.status = standing(draft);
      return;
    case "wait-answered":
      return foldAnswer(draft, event, at);
    case "run-canceled":
      draft.status = "canceled";
      draft.endedAt = at;
      draft.openWaits = [];
      for (const step of draft.stepsById.values()) {
        if (!isEnded(step.status)) changeStep(draft, step.stepId, () => ({ status: "canceled", endedAt: at, retry: null }));
      }
      return;
    case "run-completed":
      draft.status = "completed";
      draft.output = event.output;
      draft.endedAt = at;
      return;
    case "run-failed":
      draft.status = "failed";
      draft.failure = { stepId: event.stepId, message: event.message };
      draft.endedAt = at;
      return;
    default:
      return foldStepEvent(draft, event, at);
  }
}

type StepEvent = Exclude<RunEvent, EventOf<"run-created" | "driver-changed" | "wait-began" | "wait-answered" | "run-canceled" | "run-completed" | "run-failed">>;

function foldStepEvent(draft: Draft, event: StepEvent, at: Date): void {
  switch (event.type) {
    case "step-started":
      draft.status = "running";
      return changeStep(draft, event.stepId, (step) => ({ status: "running", attempt: event.attempt, startedAt: step.startedAt ?? at, endedAt: null, retry: null }));
    case "items-listed":
      return changeStep(draft, event.stepId, () => ({ itemKeys: event.keys, items: event.items }));
    case "step-completed":
      return changeStep(draft, event.stepId, () => ({ status: "completed", endedAt: at, output: event.output, edges: event.edges, summary: event.summary, error: null }));
    case "step-failed": {
      const { error, retryInMs } = event;
      if (retryInMs === null) return changeStep(draft, event.stepId, () => ({ status: "failed", endedAt: at, error, retry: null }));
      return changeStep(draft, event.stepId, () => ({ status: "pending", error, retry: { failedAt: at, inMs: retryInMs } }));
    }
    case "step-skipped":
      return changeStep(draft, event.stepId, () => ({ status: "skipped", endedAt: at, skipReason: event.reason, retry: null }));
    case "step-retried":
      draft.status = "running";
      draft.failure = null;
      draft.endedAt = null;
      return changeStep(draft, event.stepId, () => ({ status: "pending", endedAt: null, retry: null }));
    case "model-called":
      draft.spending = spend(draft.spending, event);
      return changeStep(draft, event.stepId, (step) => ({ spending: spend(step.spending, event) }));
    case "tool-called":
      draft.spending = { ...draft.spending, toolCalls: draft.spending.toolCalls + 1 };
      return changeStep(draft, event.stepId, ({ spending }) => ({ spending: { ...spending, toolCalls: spending.toolCalls + 1 } }));
    case "source-read":
  }
}

function foldAnswer(draft: Draft, event: EventOf<"wait-answered">, at: Date): void {
  const open = draft.openWaits.find(({ waitId }) => waitId === event.waitId);
  if (open === undefined) return;
  draft.openWaits = draft.openWaits.filter((wait) => wait !== open);
  draft.answeredWaits = [...draft.answeredWaits, { ...open, answer: event, answeredAt: at }];
  const { wait } = open;
  if ("stepId" in wait && wait.stepId !== null && draft.stepsById.get(wait.stepId)?.status === "waiting") {
    changeStep(draft, wait.stepId, () => ({ status: wait.kind === "checkpoint" ? "running" : "pending" }));
  }
  draft.status = standing(draft);
}

/** An open run waits when something is awaited and nothing is in flight. */
function standing(draft: Draft): RunState["status"] {
  if (draft.openWaits.length === 0) return draft.startedAt === null ? "pending" : "running";
  return "waiting";
}

function changeStep(draft: Draft, stepId: string, change: (step: StepState) => Partial<StepState>): void {
  const step = draft.stepsById.get(stepId) ?? pendingStep(stepId, nodeIdOf(stepId));
  draft.stepsById.set(stepId, { ...step, ...change(step) });
}

function spend(before: Spending, { usage, costMicroUsd }: EventOf<"model-called">): Spending {
  return {
    usage: {
      input: before.usage.input + usage.input,
      output: before.usage.output + usage.output,
      cachedInput: before.usage.cachedInput + usage.cachedInput,
      reasoning: before.usage.reasoning + usage.reasoning,
    },
    costMicroUsd: before.costMicroUsd === null || costMicroUsd === null ? null : before.costMicroUsd + costMicroUsd,
    modelCalls: before.modelCalls + 1,
    toolCalls: before.toolCalls,
  };
}
