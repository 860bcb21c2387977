import type { Brief } from "../../core/brief/brief.ts";
import type { ToolDescriptor } from "../../core/review/manifest.ts";
import type { RunEntry, RunEvent } from "../../core/run/run-event.ts";
import type { RunStanding } from "../../core/run/run-standing.ts";
import type { WordsSoFar } from "../../core/run/words-so-far.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { ModelRole } from "../../core/workflow/model-role.ts";
import type { RoleModel, StoredSource } from "./executors/executor-ports.ts";
import type { Executors } from "./executors/executor.ts";
import type { CallableTool } from "./tool-access.ts";
import type { Slots } from "./slots.ts";

/** What is run: as it was approved. */
export interface LoadedRun {
  driverId: string | null;
  graph: Graph;
  brief: Brief;
  /** The manifest's. */
  tools: readonly ToolDescriptor[];
  /** The manifest's: `provider:model` by role. */
  models: Readonly<Record<string, string>>;
}

/** What the driver of runs needs from the rooms around it. */
export interface RunPorts {
  workerId: string;
  now(): Date;
  newId(): string;
  living(workerIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Null when there is no such run. */
  load(runId: string): Promise<LoadedRun | null>;
  /** In sentences, how what would run now differs from what was approved. */
  differences(runId: string): Promise<string[]>;
  /** @returns the epoch to write under; null when somebody else has the run, or nobody should. */
  claim(runId: string, driver: { from: string | null; to: string }): Promise<number | null>;
  /** @returns false when the log went on meanwhile, or the run has another driver. */
  rest(runId: string, at: { epoch: number; sequence: number; wakeAt: Date | null }): Promise<boolean>;
  /** Leaves a run for another worker to take at once. */
  letGo(runId: string, epoch: number): Promise<void>;
  log: {
    readAfter(runId: string, after: number, limit: number): Promise<RunEntry[]>;
    drive(
      runId: string,
      at: { epoch: number; sequence: number },
      written: { events: readonly RunEvent[]; contents: readonly { digest: string; text: string }[]; standing: RunStanding; at: Date },
    ): Promise<"written" | "stale" | "fenced">;
  };
  /** Those of these values that there are. */
  listContents(runId: string, digests: readonly string[]): Promise<{ digest: string; text: string }[]>;
  /** Calls back with the end of a run's log whenever it grew, until the returned function is called. */
  follow(runId: string, onGrown: (sequence: number) => void): () => void;
  /** Shows something of a step to who watches its run right now. */
  show(runId: string, stepId: string, words: WordsSoFar): Promise<void>;
  executors: Executors;
  /** @param models as they were approved. */
  model(role: ModelRole, models: LoadedRun["models"]): RoleModel;
  findSource(sourceId: string): Promise<StoredSource | null>;
  tools: readonly CallableTool[];
  /** Whether an error says that the database is away, which nobody but the database is to blame for. */
  isOutage(error: unknown): boolean;
  /** Takes the secrets of this process out of what is recorded. */
  redact<Value>(value: Value): Value;
  /** What all runs of this worker share. */
  slots: Slots;
  /** The runs that this worker drives right now, and under which epoch. */
  driving: Map<string, number>;
}
