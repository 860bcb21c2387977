import type { Brief } from "../../../core/brief/brief.ts";
import type { CallEvent } from "../../../core/run/run-event.ts";
import type { AnsweredWait } from "../../../core/run/run-state.ts";
import type { StoredValue } from "../../../core/run/stored-value.ts";
import type { Wait } from "../../../core/run/wait.ts";
import type { JsonValue } from "../../../core/workflow/json-value.ts";
import type { ModelRole } from "../../../core/workflow/model-role.ts";
import type { NodeOf, RunnableKind } from "../../../core/workflow/runnable-kind.ts";
import type { Digest } from "../../../core/text/digest.ts";
import type { RoleModel, StoredSource, ToolAccess } from "./executor-ports.ts";

/** What one execution of one step is given. */
export interface StepRun<Kind extends RunnableKind = RunnableKind> {
  runId: string;
  node: NodeOf<Kind>;
  brief: Brief;
  stepId: string;
  /** From 1. */
  attempt: number;
  /** The same for every execution of this attempt: what was cut off by a crash runs again under it. */
  idempotencyKey: string;
  /** Values of the delivered data edges by their names; in a map's body also those of the map. */
  inputs: Readonly<Record<string, JsonValue>>;
  /** The item that a map's body runs for, the innermost; null outside of maps. */
  item: StepItem | null;
  /** What a person answered to this step's own last wait; null while nobody has. */
  answer: AnsweredWait | null;
  /** What a person said who had it tried anew or sent it back; empty otherwise. */
  feedback: string;
  /** Calls of this attempt that are on record already, because it was cut off or set aside after them, in order. */
  earlierCalls: readonly CallEvent[];
  /** Writes events to the run's log. Resolves when they are committed. */
  record(events: readonly CallEvent[]): Promise<void>;
  /** Shows who watches what a model has written of an answer so far; nothing of it is kept. */
  show(written: { call: number; model: string; text: string }): Promise<void>;
  /**
   * Keeps a share of the budget free for one call, until it is released; what the call took is on record by then. Waits
   * where it would fit if others took less than they hold.
   * @throws BudgetReached, to be let through: the step is set aside and the run waits.
   */
  reserve(wanted: { role: ModelRole; tokens: number }): Promise<Reservation>;
  contents: {
    /** Gives a value the form in which events hold it. It is stored with what is recorded next. */
    put(value: JsonValue): StoredValue;
    /** The same for what is named by its digest alone, however small it is. */
    keep(value: JsonValue): Digest;
    get(stored: StoredValue): Promise<JsonValue>;
  };
  /** A document as it is stored, to place quotes in it and to show what stands around them; null when there is none. */
  findSource(sourceId: string): Promise<StoredSource | null>;
  model(role: ModelRole): RoleModel;
  /**
   * The tools that the node names, the brief grants and the manifest holds. They look into the brief's collections, of an
   * agent whose context names some into those of them.
   */
  tools: ToolAccess;
  /** Raised when the run is canceled or this worker leaves: stop, whatever comes of it counts no more. */
  signal: AbortSignal;
}

export interface StepItem {
  value: JsonValue;
  /** From 0. */
  index: number;
  key: string;
}

export interface Reservation {
  release(): void;
}

/** What came of an execution. `events` are written in one with it. */
export type StepOutcome =
  | {
      status: "completed";
      output: JsonValue;
      /** What came of it in a few words, for lists; cut at 200 characters. */
      summary: string;
      events?: readonly CallEvent[];
    }
  | { status: "failed"; code: string; message: string; isRetryable: boolean; events?: readonly CallEvent[] }
  /** A person has to answer; the step is executed again when somebody has, with the answer. */
  | { status: "waiting"; wait: Wait; events?: readonly CallEvent[] }
  /** Of a map: what its body runs for. */
  | { status: "listed"; items: JsonValue[]; keys: string[] };

/**
 * Executes one step of a kind. What it throws fails the attempt, which may then be tried again.
 */
export type Executor<Kind extends RunnableKind> = (step: StepRun<Kind>) => Promise<StepOutcome>;

/** One executor for each kind that runs, in the file `<kind>.ts`: a missing one doesn't compile. */
export type Executors = { [Kind in RunnableKind]: Executor<Kind> };
