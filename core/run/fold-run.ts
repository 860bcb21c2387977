import type { RunEntry, RunEvent } from "./run-event.ts";
import { isEnded } from "./run-status.ts";
import { pendingStep, type RunState, type Spending, type StepState } from "./run-state.ts";
import { nodeIdOf } from "./step-id.ts";
import type { Wait } from "./wait.ts";

type EventOf<Type extends RunEvent["type"]> = Extract<RunEvent, { type: Type }>;
/** A state that is being added to; who made it has it alone. */
export type RunDraftState = { -readonly [Key in keyof RunState]: RunState[Key] } & { stepsById: Map<string, StepState> };
type Draft = RunDraftState;

/**
 * Adds entries of a run's log, in order, to what the entries before them said: the same in every browser and on the
 * server. Copies the steps once for all of them. Entries at or below the state's sequence are passed over.
 */
export function foldRun(state: RunState, entries: readonly RunEntry[]): RunState {
  const draft = draftOf(state);
  for (const entry of entries) foldEntry(draft, entry);
  return closeDraft(draft);
}

export function draftOf(state: RunState): RunDraftState {
  return { ...state, stepsById: new Map(state.stepsById) };
}

/** Adds one entry to a draft in place; its `status` is right once it is closed. */
export function foldEntry(draft: RunDraftState, { sequence, at, event }: RunEntry): void {
  if (sequence <= draft.sequence) return;
  foldEvent(draft, event, at, sequence);
  draft.sequence = sequence;
}

export function closeDraft(draft: RunDraftState): RunState {
  if (!isEnded(draft.status)) draft.status = standing(draft);
  return draft;
}

function foldEvent(draft: Draft, event: RunEvent, at: Date, sequence: number): void {
  switch (event.type) {
    case "run-created":
      draft.createdAt = at;
      return;
    case "driver-changed":
      draft.driverId = event.workerId;
      draft.startedAt ??= at;
      return;
    case "wait-began": {
      const { waitId, wait } = event;
      draft.openWaits = [...draft.openWaits, { waitId, wait, since: at }];
      const own = stepOf(wait);
      if (own !== null) changeStep(draft, own, () => ({ status: "waiting", waitId, endedAt: null }));
      return;
    }
    case "wait-answered":
      return foldAnswer(draft, event, at);
    case "run-canceled":
      draft.status = "canceled";
      draft.endedAt = at;
      closeWaits(draft, at);
      for (const step of draft.stepsById.values()) {
        if (!isEnded(step.status)) changeStep(draft, step.stepId, () => ({ status: "canceled", endedAt: at, retry: null, waitId: null }));
      }
      return;
    case "run-completed":
      draft.status = "completed";
      draft.output = event.output;
      draft.endedAt = at;
      closeWaits(draft, at);
      return;
    case "run-failed":
      draft.status = "failed";
      draft.failure = { stepId: event.stepId, message: event.message };
      draft.endedAt = at;
      // Should it be tried again, who waited asks anew.
      for (const { waitId } of draft.openWaits) changeWaiting(draft, waitId, () => ({ status: "pending" }));
      closeWaits(draft, at);
      return;
    default:
      return foldStepEvent(draft, event, at, sequence);
  }
}

type StepEvent = Exclude<RunEvent, EventOf<"run-created" | "driver-changed" | "wait-began" | "wait-answered" | "run-canceled" | "run-completed" | "run-failed">>;

function foldStepEvent(draft: Draft, event: StepEvent, at: Date, sequence: number): void {
  switch (event.type) {
    case "step-started":
      return changeStep(draft, event.stepId, (step) => ({
        status: "running",
        attempt: event.attempt,
        executions: event.attempt === step.attempt && !step.isAttemptOver ? step.executions + 1 : 1,
        isAttemptOver: false,
        ruling: null,
        startedAt: step.startedAt ?? at,
        endedAt: null,
        retry: null,
        waitId: null,
      }));
    case "items-listed":
      return changeStep(draft, event.stepId, () => ({ itemKeys: event.keys, items: event.items }));
    case "step-completed":
      return changeStep(draft, event.stepId, () => ({ status: "completed", endedAt: at, output: event.output, outputSequence: sequence, edges: event.edges, summary: event.summary, error: null }));
    case "step-failed": {
      const { error, retryInMs } = event;
      if (retryInMs === null) return changeStep(draft, event.stepId, () => ({ status: "failed", isAttemptOver: true, endedAt: at, error, retry: null }));
      return changeStep(draft, event.stepId, () => ({ status: "pending", isAttemptOver: true, error, retry: { failedAt: at, inMs: retryInMs } }));
    }
    case "step-skipped":
      return changeStep(draft, event.stepId, () => ({ status: "skipped", endedAt: at, skipReason: event.reason, retry: null, waitId: null }));
    case "step-set-aside":
      return changeStep(draft, event.stepId, () => ({ status: "waiting", waitId: event.waitId, executions: 0 }));
    case "step-retried":
      if (draft.status === "failed") draft.status = "running";
      if (draft.endedAt !== null) draft.rests = [...draft.rests, { from: draft.endedAt, until: at }];
      draft.failure = null;
      draft.endedAt = null;
      return changeStep(draft, event.stepId, tryAnew(event.reason));
    case "model-called":
    case "model-failed": {
      const { usage, costMicroUsd } = event;
      if (usage === null) return;
      draft.spending = spend(draft.spending, { usage, costMicroUsd });
      return changeStep(draft, event.stepId, (step) => ({ spending: spend(step.spending, { usage, costMicroUsd }) }));
    }
    case "tool-called":
      draft.spending = { ...draft.spending, toolCalls: draft.spending.toolCalls + 1 };
      return changeStep(draft, event.stepId, ({ spending }) => ({ spending: { ...spending, toolCalls: spending.toolCalls + 1 } }));
    case "source-read":
  }
}

const tryAnew = (feedback: string) => (step: StepState) =>
  ({ status: "pending", isAttemptOver: true, attemptsBefore: step.attempt, answer: null, ruling: null, feedback, ...unbegun(step), retry: null, waitId: null }) as const;

/** Its time counts from when it begins anew; a container goes on with what it has. */
const unbegun = ({ itemKeys, startedAt }: StepState) => ({ startedAt: itemKeys === null ? null : startedAt, endedAt: null });

function foldAnswer(draft: Draft, event: EventOf<"wait-answered">, at: Date): void {
  const open = draft.openWaits.find(({ waitId }) => waitId === event.waitId);
  if (open === undefined) return;
  draft.openWaits = draft.openWaits.filter((wait) => wait !== open);
  const answer = { ...open, answer: event, answeredAt: at };
  draft.answeredWaits = [...draft.answeredWaits, answer];
  draft.rests = [...draft.rests, { from: open.since, until: at }];
  const change = changeAfter(event);
  // A limit or a provider that was met isn't the step's own doing: while that was waited for, no time of it passed.
  const isShared = stepOf(open.wait) === null;
  changeWaiting(draft, open.waitId, (step) => ({ answer, ...(isShared ? unbegun(step) : {}), ...change(step) }));
}

/** Nobody is asked any more. */
function closeWaits(draft: Draft, at: Date): void {
  draft.rests = [...draft.rests, ...draft.openWaits.map(({ since }) => ({ from: since, until: at }))];
  draft.openWaits = [];
}

function changeWaiting(draft: Draft, waitId: string, change: (step: StepState) => Partial<StepState>): void {
  for (const step of draft.stepsById.values()) {
    if (step.status === "waiting" && step.waitId === waitId) changeStep(draft, step.stepId, (held) => ({ waitId: null, ...change(held) }));
  }
}

/** What an answer makes of the steps that waited for it; the scheduler does the rest. */
function changeAfter({ action, reason, by }: EventOf<"wait-answered">): (step: StepState) => Partial<StepState> {
  if (action === "send-back") return tryAnew(reason);
  if (action === "retry") return (step) => (step.isAttemptOver ? tryAnew(reason)(step) : { status: "pending" });
  if (action === "skip" || action === "end") {
    return (step) => ({ status: "failed", isAttemptOver: true, ruling: action, error: step.error ?? { code: "ended", message: reason || `${by.name} ended it.` } });
  }
  return () => ({ status: "pending" });
}

/** The step that a wait is about; a limit or a provider is met by many, which say so themselves. */
function stepOf(wait: Wait): string | null {
  return wait.kind === "checkpoint" || wait.kind === "step-failed" || wait.kind === "items-over-limit" ? wait.stepId : null;
}

/** An open run waits when something is awaited and nothing goes on by itself. */
function standing({ openWaits, stepsById, executing, startedAt }: Draft): RunState["status"] {
  if (openWaits.length === 0) return startedAt === null ? "pending" : "running";
  const isRetried = ({ status, retry }: StepState) => status === "pending" && retry !== null;
  return executing > 0 || [...stepsById.values()].some(isRetried) ? "running" : "waiting";
}

function changeStep(draft: Draft, stepId: string, change: (step: StepState) => Partial<StepState>): void {
  const step = draft.stepsById.get(stepId) ?? pendingStep(stepId, nodeIdOf(stepId));
  const changed = { ...step, ...change(step) };
  draft.stepsById.set(stepId, changed);
  draft.executing += Number(isExecuting(changed)) - Number(isExecuting(step));
}

function isExecuting({ status, itemKeys }: StepState): boolean {
  return status === "running" && itemKeys === null;
}

function spend(before: Spending, { usage, costMicroUsd }: Pick<EventOf<"model-called">, "usage" | "costMicroUsd">): Spending {
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
