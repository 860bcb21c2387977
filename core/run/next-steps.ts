import type { GraphView } from "../preflight/graph-view.ts";
import type { Edge } from "../workflow/edge.ts";
import type { Node } from "../workflow/node.ts";
import type { NodeOf } from "../workflow/runnable-kind.ts";
import { heldBack } from "./held-back.ts";
import type { RunState, StepState } from "./run-state.ts";
import { stepIdOf } from "./step-id.ts";
import type { Wait } from "./wait.ts";

/** What follows from a run's events; each but `start` is to be written down before anything else is asked. */
export type NextStep =
  /** `retry`: the failure after which it waits a while. */
  | { do: "start"; step: StepPlace; attempt: number; retry: StepState["retry"] }
  | { do: "skip"; stepId: string; reason: "nothing-delivered" | "on-error" | "person" | "finish" }
  /** A person is asked what to do about a failed step. */
  | { do: "ask"; wait: Extract<Wait, { kind: "step-failed" }> }
  /** Every item of a map has ended. */
  | { do: "collect"; step: StepPlace }
  /** An item failed, and with it the map. */
  | { do: "fail-map"; stepId: string; attempt: number; message: string }
  /** `from`: the steps whose outputs are the run's. */
  | { do: "complete"; from: readonly string[] }
  | { do: "fail"; stepId: string | null; message: string };

/** A graph as runs walk it. */
export interface RunGraph {
  view: GraphView;
  reportNode: string | undefined;
}

/** A node where it is executed: without a parent, or for one item of a map. */
interface StepPlace {
  node: Node;
  stepId: string;
  parentStepId: string | null;
  itemKey: string;
}

/**
 * Says what follows from a run's events by the rules of core/workflow/SPEC.md (O1–O6, C1–C6, E1–E3); the same from the
 * same events, whatever the order in which steps finished. Nothing follows when the run waits, or for what is in flight.
 * @param progress of earlier looks at the same run.
 */
export function nextSteps({ view, reportNode }: RunGraph, state: RunState, progress: Progress = new Map()): NextStep[] {
  const next: NextStep[] = [];
  const root = examineScope({ view, state, next, progress }, null, null, "");
  const isIdle = state.executing === 0;
  if (root.failed !== null) {
    const settling = next.filter((step) => step.do === "skip");
    return settling.length > 0 || !isIdle ? settling : [{ do: "fail", ...root.failed }];
  }
  if (root.isSettled) return [{ do: "complete", from: reportNode === undefined ? resultNodes(view, null) : [reportNode] }];
  if (next.length === 0 && isIdle && state.openWaits.length === 0) return [{ do: "fail", stepId: null, message: "No step can start: each waits for another." }];
  return next.filter((step) => step.do !== "start" || heldBack(state, step.step.node) === null);
}

/** The nodes whose results are their scope's (C5): those without outgoing edges. */
export function resultNodes(view: GraphView, parentId: string | null): string[] {
  return view.children(parentId).filter(({ id }) => view.outgoing(id).length === 0).map(({ id }) => id);
}

/**
 * Of each map's step, how many items at the beginning of its list had ended at an earlier look. Who keeps it looks at
 * them no more, until something that had ended is tried anew: then it starts with an empty one.
 */
export type Progress = Map<string, number>;

interface Walk {
  progress: Progress;
  view: GraphView;
  state: RunState;
  next: NextStep[];
}

interface ScopeStanding {
  /** Whether every node has completed or was skipped. */
  isSettled: boolean;
  /** Whether something is in flight, or a person is asked about it. */
  isBusy: boolean;
  hasBegun: boolean;
  /** The first step whose failure nothing catches. */
  failed: { stepId: string; message: string } | null;
}

/** Looks at the nodes of one parent, for one item of it; what follows is added to the walk. */
function examineScope(walk: Walk, parentId: string | null, parentStepId: string | null, itemKey: string): ScopeStanding {
  const standing: ScopeStanding = { isSettled: true, isBusy: false, hasBegun: false, failed: null };
  const before = walk.next.length;
  const stepOf = (nodeId: string) => walk.state.stepsById.get(stepIdOf(nodeId, parentStepId, itemKey));
  for (const node of walk.view.children(parentId)) {
    const place = { node, stepId: stepIdOf(node.id, parentStepId, itemKey), parentStepId, itemKey };
    const step = walk.state.stepsById.get(place.stepId);
    if (step !== undefined) standing.hasBegun = true;
    if (step?.status === "completed" || step?.status === "skipped") continue;
    standing.isSettled = false;
    if (step?.status === "running" && node.kind === "map" && step.itemKeys !== null) {
      if (examineMap(walk, { ...place, node }, step, step.itemKeys)) standing.isBusy = true;
    } else if (step?.status === "failed") {
      const failure = examineFailure(walk, node, step);
      if (failure === null) standing.isBusy = true;
      else standing.failed ??= failure;
    } else if (step === undefined || step.status === "pending") {
      examineWaiting(walk, place, step, stepOf);
    } else {
      standing.isBusy = true;
    }
  }
  // Nothing new starts beside a failure (E1).
  if (standing.failed !== null) walk.next.splice(before, Infinity, ...walk.next.slice(before).filter((step) => step.do !== "start"));
  return standing;
}

/** @returns the failure, when nothing catches it (E1); what catches it is added to the walk (E2, E3). */
function examineFailure({ next }: Walk, node: Node, { stepId, error, ruling }: StepState): ScopeStanding["failed"] {
  const failure = { stepId, message: error?.message ?? "It failed." };
  if (ruling === "end") return failure;
  if (ruling === "skip") next.push({ do: "skip", stepId, reason: "person" });
  else if (node.onError === "skip") next.push({ do: "skip", stepId, reason: "on-error" });
  else if (node.onError === "ask") next.push({ do: "ask", wait: { kind: "step-failed", ...failure } });
  else return failure;
  return null;
}

/** A step that has not begun, or begins again: ready (O1, O4), to be skipped (O3), or neither yet. */
function examineWaiting({ view, state, next }: Walk, place: StepPlace, step: StepState | undefined, stepOf: (nodeId: string) => StepState | undefined): void {
  const edges = view.incoming(place.node.id).map((edge) => settle(edge, stepOf(edge.from)));
  const delivered = edges.filter((edge) => edge === "delivered").length;
  const unsettled = edges.filter((edge) => edge === "unsettled").length;
  const wanted = wantedBy(place.node, edges.length);
  const isReady = edges.length === 0 || (delivered + unsettled >= wanted ? delivered >= wanted : unsettled === 0 && delivered > 0);
  if (isReady && isGathering(place.node) && hasToFinish(state)) next.push({ do: "skip", stepId: place.stepId, reason: "finish" });
  else if (isReady) next.push({ do: "start", step: place, attempt: attemptAfter(step), retry: step?.retry ?? null });
  else if (unsettled === 0 && delivered === 0) next.push({ do: "skip", stepId: place.stepId, reason: "nothing-delivered" });
}

/** How many deliveries make a node ready although others may still come (O4); all that come, for most (O1). */
function wantedBy(node: Node, edgeCount: number): number {
  if (node.kind !== "join" || node.waitFor === "all") return Math.max(1, edgeCount);
  return node.waitFor === "any" ? 1 : node.waitFor;
}

/** Whether an edge has brought something, will bring nothing, or may still (O2). */
export function settle(edge: Edge, source: StepState | undefined): "delivered" | "skipped" | "unsettled" {
  if (source?.status === "skipped") return "skipped";
  if (source?.status !== "completed") return "unsettled";
  return edge.when === undefined || source.edges[edge.id] === true ? "delivered" : "skipped";
}

function attemptAfter(step: StepState | undefined): number {
  if (step === undefined) return 1;
  return step.isAttemptOver ? step.attempt + 1 : Math.max(1, step.attempt);
}

/**
 * Begins items as far as the map's concurrency allows (C1) and ends the map when all have ended (C6).
 * @returns whether one of its items is busy.
 */
function examineMap(walk: Walk, place: StepPlace & { node: NodeOf<"map"> }, step: StepState, itemKeys: readonly string[]): boolean {
  const { node, stepId } = place;
  const body = walk.view.children(node.id);
  const hasBegun = (key: string) => body.some((child) => walk.state.stepsById.has(stepIdOf(child.id, stepId, key)));
  const before = walk.progress.get(stepId) ?? 0;
  let [active, ended, isBusy, isUnbroken] = [0, before, false, true];
  let failed: ScopeStanding["failed"] = null;
  for (let index = before; index < itemKeys.length; index += 1) {
    const key = itemKeys[index] ?? "";
    // Items begin in their order: behind one that may not, none has.
    if ((active >= node.concurrency || failed !== null) && !hasBegun(key)) break;
    const item = examineScope(walk, node.id, stepId, key);
    if (item.isBusy) isBusy = true;
    if (item.failed !== null && node.onItemError === "fail") failed ??= item.failed;
    const hasEnded = item.isSettled || (item.failed !== null && !item.isBusy);
    if (hasEnded) ended += 1;
    else active += 1;
    isUnbroken &&= hasEnded && failed === null;
    if (isUnbroken) walk.progress.set(stepId, index + 1);
  }
  if (failed !== null && active === 0) walk.next.push({ do: "fail-map", stepId, attempt: step.attempt, message: `One of the items failed: ${failed.message}` });
  else if (ended === itemKeys.length) walk.next.push({ do: "collect", step: place });
  return isBusy;
}

/** Kinds that bring in something new; the others make something of what is there. */
function isGathering({ kind }: Node): boolean {
  return kind === "agent" || kind === "tool" || kind === "map";
}

/** Whether somebody decided to finish with what is there. */
function hasToFinish({ answeredWaits }: RunState): boolean {
  return answeredWaits.some(({ answer }) => answer.action === "finish");
}
