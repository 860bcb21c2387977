import type { CallEvent, RunEvent } from "../../core/run/run-event.ts";
import type { RunState, StepState } from "../../core/run/run-state.ts";
import type { StoredValue } from "../../core/run/stored-value.ts";
import type { JsonValue } from "../../core/workflow/json-value.ts";
import type { Node } from "../../core/workflow/node.ts";
import { isRunnable, type NodeOf, type RunnableKind } from "../../core/workflow/runnable-kind.ts";
import { beginShared } from "./decide-next.ts";
import { BudgetReached } from "./executors/budget-reached.ts";
import type { Executors, StepOutcome, StepRun } from "./executors/executor.ts";
import { idempotencyKeyOf } from "./idempotency-key.ts";
import type { RunBudget } from "./run-budget.ts";
import type { RunContents } from "./run-contents.ts";
import type { LoadedRun, RunPorts } from "./run-ports.ts";
import type { GraphView } from "../../core/preflight/graph-view.ts";
import type { InputReader, StepInputs } from "./step-inputs.ts";
import { completion, failure } from "./step-outcome.ts";
import { toolAccess } from "./tool-access.ts";

/** Of what a model writes: as much as a person reads along. */
const shownCharacters = 2_000;

/** Events that are made when it is known what they follow. */
export type EventMaker = (state: RunState) => readonly RunEvent[];

/** What executions of one run share. */
export interface Execution {
  ports: RunPorts;
  runId: string;
  loaded: LoadedRun;
  view: GraphView;
  contents: RunContents;
  inputs: InputReader;
  budget: RunBudget;
  stateNow(): RunState;
  /** Resolves when they are committed. */
  record(make: EventMaker): Promise<void>;
  signal: AbortSignal;
}

/**
 * Executes one step that is on record as started.
 * @returns what is to be written of it.
 * @throws what the step is not to blame for: the database is away, the driver stops.
 */
export async function executeStep(execution: Execution, step: StepState, earlierCalls: readonly CallEvent[]): Promise<EventMaker> {
  const { view, inputs, loaded, contents, ports, signal } = execution;
  const node = view.node(step.nodeId);
  if (node === undefined || !isRunnable(node)) throw new Error(`The step ${step.stepId} can't run in this version.`);
  const received = await inputs.read(execution.stateNow(), step.stepId);
  // A map that failed with one of its items goes on with those it has (C1).
  if (step.itemKeys !== null) return () => [];
  try {
    const run = stepRun(execution, node, step, received, earlierCalls);
    const outcome = await ports.slots.hold(() => executorOf(ports.executors, node)(run));
    return whileRunning(step, await eventsOf({ view, brief: loaded.brief, contents, newId: ports.newId, isOutage: ports.isOutage }, node, step, received, outcome));
  } catch (error) {
    if (error instanceof BudgetReached) return whileRunning(step, (state) => setAside(state, step, error.wait, ports.newId));
    if (signal.aborted || ports.isOutage(error)) throw error;
    const message = error instanceof Error ? error.message : String(error);
    return whileRunning(step, () => [failure(node, step, { code: "unexpected", message, isRetryable: true })]);
  }
}

/** Writes nothing more of a step that is over, or was begun anew. */
export function whileRunning({ stepId, attempt }: StepState, make: EventMaker): EventMaker {
  return (state) => {
    const step = state.stepsById.get(stepId);
    return step?.status === "running" && step.attempt === attempt ? make(state) : [];
  };
}

function executorOf(executors: Executors, node: NodeOf<RunnableKind>) {
  // The mapped type ties each executor to its kind; a union of them loses that.
  return executors[node.kind] as (run: StepRun) => Promise<StepOutcome>;
}

function stepRun(execution: Execution, node: NodeOf<RunnableKind>, step: StepState, received: StepInputs, earlierCalls: readonly CallEvent[]): StepRun {
  const { ports, runId, loaded, contents, budget, signal } = execution;
  const { stepId, attempt } = step;
  const record = (events: readonly CallEvent[]) => {
    for (const event of events) budget.book(event);
    return execution.record(() => events);
  };
  const idempotencyKey = idempotencyKeyOf(runId, stepId, attempt);
  const caller = { node, brief: loaded.brief, stepId, attempt, idempotencyKey, contents, record, signal };
  return {
    ...caller,
    ...received,
    runId,
    answer: step.answer,
    feedback: step.feedback,
    earlierCalls,
    show: ({ call, model, text }) => {
      // The whole text first: a secret that is cut isn't known any more.
      const clean = ports.redact(text);
      return ports.show(runId, stepId, { call, model, length: clean.length, end: clean.slice(-shownCharacters).toWellFormed() });
    },
    reserve: async ({ role, tokens }) => {
      const price = ports.model(role, loaded.models).microUsdPerMillionTokens ?? 0;
      return budget.reserve({ node, stepId, signal, look: () => ({ state: execution.stateNow(), now: ports.now() }) }, { tokens, cost: Math.ceil((tokens * price) / 1_000_000) });
    },
    findSource: (sourceId) => ports.findSource(sourceId),
    model: (role) => ports.model(role, loaded.models),
    tools: toolAccess(ports, loaded.tools, caller),
  };
}

interface Around {
  view: GraphView;
  brief: LoadedRun["brief"];
  contents: RunContents;
  newId(): string;
  isOutage(error: unknown): boolean;
}

async function eventsOf(around: Around, node: Node, step: StepState, received: StepInputs, outcome: StepOutcome): Promise<EventMaker> {
  const { stepId } = step;
  if (outcome.status === "listed") {
    const items = around.contents.put(outcome.items);
    return () => [{ type: "items-listed", stepId, keys: outcome.keys, items }];
  }
  const { events = [] } = outcome;
  if (outcome.status === "failed") return () => [...events, failure(node, step, outcome)];
  if (outcome.status === "waiting") {
    const { wait } = outcome;
    if (wait.kind === "budget" || wait.kind === "provider") return (state) => [...events, ...setAside(state, step, wait, around.newId)];
    return () => [...events, { type: "wait-began", waitId: around.newId(), wait }];
  }
  const ended = await completed(around, node, step, received, async () => ({ stored: around.contents.put(outcome.output), output: async () => outcome.output, summary: outcome.summary }));
  return () => [...events, ...ended];
}

interface Result {
  stored: StoredValue;
  output(): Promise<JsonValue>;
  summary: string;
}

/** The events of a step that brought a result; one that can't be stored fails it. */
export async function completed(around: Around, node: Node, step: StepState, received: StepInputs, result: () => Promise<Result>): Promise<RunEvent[]> {
  const event = await result()
    .then((one) => completion(around, { ...step, node }, one, received))
    .catch((error: unknown) => {
      if (around.isOutage(error)) throw error;
      return { code: "bad-output", message: error instanceof Error ? error.message : String(error) };
    });
  return ["type" in event ? event : failure(node, step, { ...event, isRetryable: false })];
}

function setAside(state: RunState, { stepId, attempt }: StepState, wait: Parameters<typeof beginShared>[1], newId: () => string): RunEvent[] {
  const { waitId, events } = beginShared({ state }, wait, newId);
  return [...events, { type: "step-set-aside", stepId, attempt, waitId }];
}
