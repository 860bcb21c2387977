import { foldRun } from "../../core/run/fold-run.ts";
import type { Progress, RunGraph } from "../../core/run/next-steps.ts";
import type { RunEvent } from "../../core/run/run-event.ts";
import { standingOf } from "../../core/run/run-standing.ts";
import { unstartedRun, type RunState, type StepState } from "../../core/run/run-state.ts";
import { isEnded } from "../../core/run/run-status.ts";
import { viewGraph } from "../../core/preflight/graph-view.ts";
import { decideNext, type Launch } from "./decide-next.ts";
import { EarlierCalls } from "./earlier-calls.ts";
import { idempotencyKeyOf } from "./idempotency-key.ts";
import { mapResults, valueOf } from "./map-results.ts";
import { RunBudget } from "./run-budget.ts";
import { RunContents } from "./run-contents.ts";
import { RunDraft } from "./run-draft.ts";
import type { LoadedRun, RunPorts } from "./run-ports.ts";
import { completed, executeStep, whileRunning, type EventMaker, type Execution } from "./step-execution.ts";
import { InputReader } from "./step-inputs.ts";
import { failure } from "./step-outcome.ts";

const readLimit = 2_000;
/** Notifications only hint: so often the log is read although none came. */
const readEveryMs = 5_000;
/** A step that was in flight so often when its worker ended is taken to be the reason. */
const mostExecutions = 10;
/** Under which the putting together of the run's result stands among what is in flight; no step's id is empty. */
const resultKey = "";

interface Pending {
  make: EventMaker;
  done(): void;
  refuse(error: unknown): void;
}

/** The run has another driver, or was ended: whatever this one still has counts no more. */
export class DriverReplaced extends Error {
  override name = "DriverReplaced";
}

/**
 * Drives one run for one stretch: until it ends, or nothing is left to do but wait for people. While one commit is on
 * its way, what steps bring gathers; the next takes all of it, with everything that follows.
 */
export class RunDriver {
  readonly #ports: RunPorts;
  readonly #runId: string;
  readonly #epoch: number;
  readonly #loaded: LoadedRun;
  readonly #graph: RunGraph;
  readonly #contents: RunContents;
  readonly #earlier = new EarlierCalls();
  readonly #executing = new Map<string, Promise<void>>();
  readonly #stop = new AbortController();
  #state: RunState = unstartedRun;
  #pending: Pending[] = [];
  #progress: Progress = new Map();
  /** How far the log is known to reach. */
  #grownTo = 0;
  #dueAt: number | null = null;
  #wakeAt: number | null = null;
  /** What no step can be blamed for: the run is to be driven anew. */
  #broken: { error: unknown } | null = null;
  #wake: () => void = () => undefined;

  constructor(ports: RunPorts, runId: string, epoch: number, loaded: LoadedRun) {
    this.#ports = ports;
    this.#runId = runId;
    this.#epoch = epoch;
    this.#loaded = loaded;
    this.#graph = { view: viewGraph(loaded.graph), reportNode: loaded.graph.reportNode };
    this.#contents = new RunContents((digests) => ports.listContents(runId, digests), ports.redact);
  }

  /**
   * @param signal leaves the run as it is, for another worker.
   * @throws DriverReplaced, and whatever the database throws; the run can then be driven anew.
   */
  async drive(signal: AbortSignal): Promise<void> {
    const unfollow = this.#ports.follow(this.#runId, (sequence) => {
      this.#grownTo = Math.max(this.#grownTo, sequence);
      this.#wake();
    });
    const leave = () => this.#wake();
    signal.addEventListener("abort", leave);
    try {
      await this.#refresh();
      const execution = this.#execution();
      if (!isEnded(this.#state.status)) await this.#commit(execution, await this.#openingEvents());
      while (!signal.aborted && !isEnded(this.#state.status)) {
        if (this.#broken !== null) throw this.#broken.error;
        if (this.#hasGrown) await this.#refresh();
        await this.#commit(execution, []);
        if (this.#hasGrown || this.#pending.length > 0) continue;
        if (this.#executing.size === 0 && this.#dueAt === null && (await this.#rest())) return;
        await this.#change(signal);
      }
      if (signal.aborted) {
        // Nobody begins a step again while its execution here may still do something.
        await this.#settle();
        await this.#ports.letGo(this.#runId, this.#epoch);
      }
    } finally {
      unfollow();
      signal.removeEventListener("abort", leave);
      await this.#settle();
    }
  }

  /** Stops what is in flight; whatever comes of it counts no more. */
  async #settle(): Promise<void> {
    this.#stop.abort();
    this.#refuse(this.#pending, new DriverReplaced("The driver has stopped."));
    await Promise.allSettled(this.#executing.values());
  }

  get #hasGrown(): boolean {
    return this.#grownTo > this.#state.sequence;
  }

  #execution(): Execution {
    return {
      ports: this.#ports,
      runId: this.#runId,
      loaded: this.#loaded,
      view: this.#graph.view,
      contents: this.#contents,
      inputs: new InputReader(this.#graph.view, this.#contents),
      budget: new RunBudget(this.#loaded.brief, this.#state),
      stateNow: () => this.#state,
      record: (make) => this.#record(make),
      signal: this.#stop.signal,
    };
  }

  #record(make: EventMaker): Promise<void> {
    if (this.#stop.signal.aborted) return Promise.reject(new DriverReplaced("The driver has stopped."));
    return new Promise((done, refuse) => {
      this.#pending.push({ make, done, refuse });
      this.#wake();
    });
  }

  async #refresh(): Promise<void> {
    for (;;) {
      const entries = await this.#ports.log.readAfter(this.#runId, this.#state.sequence, readLimit);
      this.#state = foldRun(this.#state, entries);
      this.#earlier.take(entries.map(({ event }) => event));
      if (entries.length < readLimit) break;
    }
    this.#grownTo = this.#state.sequence;
    // Others may have had something tried anew.
    this.#progress = new Map();
  }

  /** Who drives from here on; what was in flight begins again, unless what would run isn't what was approved. */
  async #openingEvents(): Promise<RunEvent[]> {
    const { startedAt, openWaits, stepsById } = this.#state;
    const reason = startedAt === null ? "start" : this.#loaded.driverId === null ? "wake" : "take-over";
    const opening: RunEvent = { type: "driver-changed", workerId: this.#ports.workerId, reason };
    const inFlight = [...stepsById.values()].filter((step) => step.status === "running" && step.itemKeys === null);
    const differences = await this.#ports.differences(this.#runId);
    if (differences.length === 0) return [opening, ...inFlight.flatMap((step) => this.#beginAgain(step))];
    const open = openWaits.find(({ wait }) => wait.kind === "manifest-changed");
    const waitId = open?.waitId ?? this.#ports.newId();
    const wait: RunEvent[] = open === undefined ? [{ type: "wait-began", waitId, wait: { kind: "manifest-changed", differences } }] : [];
    return [opening, ...wait, ...inFlight.map(({ stepId, attempt }) => ({ type: "step-set-aside" as const, stepId, attempt, waitId }))];
  }

  #beginAgain(step: StepState): RunEvent[] {
    const { stepId, nodeId, attempt, executions } = step;
    const node = this.#graph.view.node(nodeId);
    if (node !== undefined && executions >= mostExecutions) {
      return [failure(node, step, { code: "worker-lost", message: `Its worker ended ${executions} times while it ran.`, isRetryable: false })];
    }
    return [{ type: "step-started", stepId, nodeId, attempt, idempotencyKey: idempotencyKeyOf(this.#runId, stepId, attempt) }];
  }

  /** Commits what is pending with all that follows from it, then begins what may begin. */
  async #commit(execution: Execution, opening: readonly RunEvent[]): Promise<void> {
    const batch = this.#pending.splice(0);
    try {
      for (;;) {
        const draft = new RunDraft(this.#state, this.#ports.now());
        draft.add(opening);
        const again = opening.flatMap((event): Launch[] => (event.type === "step-started" ? [{ do: "execute", stepId: event.stepId }] : []));
        for (const { make } of batch) draft.add(this.#ports.redact(make(draft.state)));
        const { launches, dueAt, wakeAt } = decideNext(
          { runId: this.#runId, graph: this.#graph, progress: this.#progress, brief: this.#loaded.brief, executing: this.#executing, newId: this.#ports.newId },
          draft,
        );
        this.#dueAt = dueAt;
        this.#wakeAt = wakeAt;
        const outcome = draft.events.length === 0 ? "written" : await this.#write(draft);
        if (outcome === "fenced") throw new DriverReplaced("The run has another driver, or was ended.");
        if (outcome === "stale") {
          await this.#refresh();
          if (isEnded(this.#state.status)) throw new DriverReplaced("The run was ended.");
          continue;
        }
        for (const { done } of batch) done();
        for (const launch of [...again, ...launches]) this.#launch(execution, launch);
        return;
      }
    } catch (error) {
      this.#refuse(batch, error);
      throw error;
    }
  }

  async #write(draft: RunDraft): Promise<"written" | "stale" | "fenced"> {
    const contents = this.#contents.unwritten;
    const state = draft.close();
    const at = { epoch: this.#epoch, sequence: this.#state.sequence };
    const outcome = await this.#ports.log.drive(this.#runId, at, { events: draft.events, contents, standing: standingOf(state), at: draft.at });
    if (outcome !== "written") return outcome;
    this.#contents.written(contents);
    this.#earlier.take(draft.events);
    this.#state = state;
    return outcome;
  }

  #launch(execution: Execution, launch: Launch): void {
    const key = launch.do === "complete" ? resultKey : launch.stepId;
    const work = this.#makerOf(execution, launch).then(
      (make) => {
        this.#executing.delete(key);
        return this.#record(make);
      },
      (error: unknown) => {
        this.#executing.delete(key);
        this.#broken ??= { error };
        this.#wake();
      },
    );
    this.#executing.set(key, work.catch(() => undefined));
  }

  async #makerOf(execution: Execution, launch: Launch): Promise<EventMaker> {
    if (launch.do === "complete") return this.#result(launch.from);
    const step = this.#state.stepsById.get(launch.stepId);
    if (step === undefined) throw new Error("It is not on record.");
    if (launch.do === "execute") return executeStep(execution, step, this.#earlier.of(step.stepId, step.attempt));
    const node = this.#graph.view.node(step.nodeId);
    if (node?.kind !== "map") throw new Error("It is no map.");
    const received = await execution.inputs.read(this.#state, step.stepId);
    const { pieces, summary } = mapResults(this.#graph.view, this.#state, node, step.stepId);
    const { newId, isOutage } = this.#ports;
    const around = { view: this.#graph.view, brief: this.#loaded.brief, contents: this.#contents, newId, isOutage };
    const events = await completed(around, node, step, received, async () => {
      const stored = await this.#contents.assemble(pieces);
      return { stored, summary, output: async () => ("json" in stored ? stored.json : JSON.parse(await this.#contents.textOf(pieces))) };
    });
    return whileRunning(step, () => events);
  }

  /** The results of several last nodes, by their ids (SPEC C5). */
  async #result(from: readonly string[]): Promise<EventMaker> {
    const output = await this.#contents.assemble(valueOf(from.toSorted(), (nodeId) => this.#state.stepsById.get(nodeId)));
    return ({ status }) => (isEnded(status) ? [] : [{ type: "run-completed", output }]);
  }

  /** @returns false when the log went on meanwhile, or the run isn't this driver's any more. */
  async #rest(): Promise<boolean> {
    const { sequence } = this.#state;
    const wakeAt = this.#wakeAt === null ? null : new Date(this.#wakeAt);
    if (await this.#ports.rest(this.#runId, { epoch: this.#epoch, sequence, wakeAt })) return true;
    await this.#refresh();
    if (this.#state.sequence === sequence) throw new DriverReplaced("The run has another driver.");
    return false;
  }

  /** Waits until there may be something to do. */
  async #change(signal: AbortSignal): Promise<void> {
    if (this.#pending.length > 0 || this.#hasGrown || this.#broken !== null || signal.aborted) return;
    const dueAt = Math.min(this.#dueAt ?? Infinity, this.#wakeAt ?? Infinity);
    const dueInMs = Math.max(0, dueAt - this.#ports.now().getTime()) + 1;
    const isWoken = await new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), Math.min(dueInMs, readEveryMs));
      this.#wake = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
    this.#wake = () => undefined;
    if (!isWoken) this.#grownTo = Infinity;
  }

  #refuse(pending: readonly Pending[], error: unknown): void {
    for (const { refuse } of pending) refuse(error);
  }
}
