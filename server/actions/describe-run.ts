import type { Brief } from "../../core/brief/brief.ts";
import { eventGroups, type EventGroup } from "../../core/run/event-group.ts";
import { packingRunState } from "../../core/run/packed-run-state.ts";
import type { RunEntry, RunEvent } from "../../core/run/run-event.ts";
import type { RunState } from "../../core/run/run-state.ts";
import type { StoredValue } from "../../core/run/stored-value.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { JsonValue } from "../../core/workflow/json-value.ts";
import { inSlices } from "./in-slices.ts";
import type { Ports } from "./ports.ts";
import type { RunRecord } from "./run-store.ts";
import type { SourceName } from "./run-reading-store.ts";

const mostOfStep = 500;

/** Everything a run's page starts from. */
export interface RunDescription {
  run: RunRecord;
  title: string;
  revision: { number: number; digest: string };
  graph: Graph;
  brief: Brief;
  decision: { id: string; decidedByName: string; createdAt: Date; reason: string };
  /** The model of each role, as approved. */
  models: Record<string, string>;
  /** Folded up to the last entry there is; the live channel goes on from its sequence. */
  state: RunState;
  newest: readonly RunEntry[];
  /** The server's time when it answered. */
  now: Date;
}

/** Describes a run as it stands. */
export async function describeRun({ store, now, runStates }: Pick<Ports, "store" | "now" | "runStates">, runId: string): Promise<RunDescription | null> {
  const run = await store.runs.find(runId);
  if (run === null) return null;
  const [workflow, revision, brief, decision, manifest] = await Promise.all([
    store.workflows.find(run.workflowId),
    store.revisions.findById(run.revisionId),
    store.briefs.findVersion(run.briefVersionId),
    store.decisions.find(run.decisionId),
    store.decisions.findManifest(run.decisionId),
  ]);
  if (workflow === null || revision === null || brief === null || decision === null) return null;
  const { state, newest } = await runStates.keep(store, runId);
  return {
    run,
    title: revision.graph.title === "" ? workflow.title : revision.graph.title,
    revision: { number: revision.number, digest: revision.digest },
    graph: revision.graph,
    brief: brief.content,
    decision: { id: decision.id, decidedByName: decision.decidedByName, createdAt: decision.createdAt, reason: decision.reason },
    models: manifest?.models ?? {},
    state,
    newest,
    now: now(),
  };
}

/** The same with its state packed: value by value, what a long run holds would take seconds to write and to read. */
export async function describePackedRun(ports: Pick<Ports, "store" | "now" | "runStates">, runId: string): Promise<(Omit<RunDescription, "state"> & { state: string }) | null> {
  const described = await describeRun(ports, runId);
  return described === null ? null : { ...described, state: await inSlices(packingRunState(described.state)) };
}

/** Entries of a run after a sequence, in order: all of them, or those of one group. */
export function readRunEvents({ store }: Pick<Ports, "store">, { runId, group, after, limit }: { runId: string; group: EventGroup | null; after: number; limit: number }): Promise<RunEntry[]> {
  return group === null ? store.runLog.readAfter(runId, after, limit) : store.runReading.entriesOfTypes(runId, eventGroups[group], after, limit);
}

export interface StepHistory {
  /** In order; of a very long step the newest. */
  entries: RunEntry[];
  omitted: number;
  /** Up to which entry of the run was looked. */
  sequence: number;
  sources: Record<string, SourceName>;
}

/** Everything that happened in one step, and what the documents are called that it read, quotes or asks about. */
export async function readStepHistory({ store }: Pick<Ports, "store">, { runId, stepId }: { runId: string; stepId: string }): Promise<StepHistory> {
  const history = await store.runReading.entriesOfStep(runId, stepId, mostOfStep);
  const read = history.entries.flatMap(({ event }) => (event.type === "source-read" ? [event.sourceId] : []));
  const quoting = [history.entries.findLast(({ event }) => event.type === "step-completed"), history.entries.findLast(({ event }) => event.type === "wait-began")];
  const values = await Promise.all(quoting.flatMap((entry) => (entry === undefined ? [] : valuesOf(entry.event))).map((stored) => readStored({ store }, runId, stored)));
  return { ...history, sources: await store.runReading.sourceNames([...new Set([...read, ...values.flatMap(quotedSources)])]) };
}

/** A larger value of a run's events; null when nothing is stored under the digest. */
export async function readRunContent({ store }: Pick<Ports, "store">, { runId, digest }: { runId: string; digest: string }): Promise<{ value: JsonValue } | null> {
  const text = await store.runContents.find(runId, digest);
  return text === null ? null : { value: JSON.parse(text) as JsonValue };
}

async function readStored(ports: Pick<Ports, "store">, runId: string, stored: StoredValue): Promise<JsonValue> {
  return "json" in stored ? stored.json : ((await readRunContent(ports, { runId, digest: stored.digest }))?.value ?? null);
}

/** The values of an event that may quote documents. */
function valuesOf(event: RunEvent): StoredValue[] {
  if (event.type === "step-completed") return [event.output];
  return event.type === "wait-began" && event.wait.kind === "checkpoint" ? [event.wait.shown] : [];
}

/** The documents that an output quotes, wherever in it. */
function quotedSources(value: JsonValue): string[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(quotedSources);
  return Object.entries(value).flatMap(([name, inner]) => (name === "sourceId" && typeof inner === "string" && uuid.test(inner) ? [inner] : quotedSources(inner)));
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
