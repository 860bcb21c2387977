import { system } from "../../core/access/actor.ts";
import type { Brief } from "../../core/brief/brief.ts";
import { budgetReached } from "../../core/run/budget-left.ts";
import { heldBack } from "../../core/run/held-back.ts";
import { nextSteps, type NextStep, type Progress, type RunGraph } from "../../core/run/next-steps.ts";
import { nodeIdOf } from "../../core/run/step-id.ts";
import { isEnded } from "../../core/run/run-status.ts";
import type { Wait } from "../../core/run/wait.ts";
import { workedMs } from "../../core/run/worked-ms.ts";
import { idempotencyKeyOf } from "./idempotency-key.ts";
import type { RunDraft } from "./run-draft.ts";

/** What is begun as soon as a commit holds. */
export type Launch = { do: "execute" | "collect"; stepId: string } | { do: "complete"; from: readonly string[] };

export interface Decision {
  launches: Launch[];
  /** When a failed step may be tried again, in milliseconds since 1970; null when none waits for that. */
  dueAt: number | null;
  /** When a checkpoint's time is up; null when none has a time. */
  wakeAt: number | null;
}

interface Surroundings {
  runId: string;
  graph: RunGraph;
  progress: Progress;
  brief: Brief;
  executing: { has(stepId: string): boolean; readonly size: number };
  newId(): string;
}

/** Adds to a draft what follows from it, until nothing does; says what is to be begun once that is committed. */
export function decideNext(around: Surroundings, draft: RunDraft): Decision {
  const decision: Decision = { launches: [], dueAt: null, wakeAt: rejectLate(around, draft) };
  const started = new Set<string>();
  for (;;) {
    const before = draft.events.length;
    decision.dueAt = null;
    for (const next of nextSteps(around.graph, draft.state, around.progress)) follow(around, draft, next, { decision, started });
    if (draft.events.length === before) return decision;
    if (isEnded(draft.state.status)) return { launches: [], dueAt: null, wakeAt: null };
  }
}

/** Rejects what nobody has answered in time (SPEC E4). @returns when the next one's time is up. */
function rejectLate({ graph }: Surroundings, draft: RunDraft): number | null {
  let next: number | null = null;
  for (const { waitId, wait, since } of draft.state.openWaits) {
    const node = wait.kind === "checkpoint" ? graph.view.node(nodeIdOf(wait.stepId)) : undefined;
    if (node?.kind !== "checkpoint" || node.onTimeout !== "reject" || node.timeoutMinutes === undefined) continue;
    const at = since.getTime() + node.timeoutMinutes * 60_000;
    if (at > draft.at.getTime()) next = Math.min(next ?? at, at);
    else draft.add([{ type: "wait-answered", waitId, by: system, action: "reject", value: null, reason: `Nobody answered within ${node.timeoutMinutes} minutes.` }]);
  }
  return next;
}

interface SoFar {
  decision: Decision;
  started: Set<string>;
}

function follow(around: Surroundings, draft: RunDraft, next: NextStep, soFar: SoFar): void {
  const { launches } = soFar.decision;
  switch (next.do) {
    case "start":
      return start(around, draft, next, soFar);
    case "skip":
      return draft.add([{ type: "step-skipped", stepId: next.stepId, reason: next.reason }]);
    case "ask":
      return draft.add([{ type: "wait-began", waitId: around.newId(), wait: next.wait }]);
    case "fail-map":
      return draft.add([{ type: "step-failed", stepId: next.stepId, attempt: next.attempt, error: { code: "item-failed", message: next.message }, retryInMs: null }]);
    case "fail":
      return draft.add([{ type: "run-failed", stepId: next.stepId, message: next.message }]);
    case "collect": {
      const { stepId } = next.step;
      const isBegun = around.executing.has(stepId) || launches.some((launch) => launch.do === "collect" && launch.stepId === stepId);
      if (!isBegun) launches.push({ do: "collect", stepId });
      return;
    }
    case "complete": {
      const [only = "", ...others] = next.from;
      if (others.length === 0) return draft.add([{ type: "run-completed", output: draft.state.stepsById.get(only)?.output ?? null }]);
      if (!around.executing.has("") && !launches.some((launch) => launch.do === "complete")) launches.push({ do: "complete", from: next.from });
    }
  }
}

function start(around: Surroundings, draft: RunDraft, { step, attempt, retry }: Extract<NextStep, { do: "start" }>, { decision, started }: SoFar): void {
  const { node, stepId } = step;
  const { state, at } = draft;
  const dueAt = retry === null ? 0 : retry.failedAt.getTime() + retry.inMs;
  if (dueAt > at.getTime()) {
    decision.dueAt = Math.min(decision.dueAt ?? dueAt, dueAt);
    return;
  }
  if (around.executing.has(stepId) || around.executing.size + started.size >= around.brief.budget.maxParallel) return;
  // An earlier one of the same look may have met a limit.
  if (heldBack(state, node) !== null) return;
  const isNewAgent = node.kind === "agent" && attempt === 1 && !state.stepsById.has(stepId);
  const used = { agents: isNewAgent ? agentsBegun(around, draft) : 0, minutes: workedMs(state, at.getTime()) / 60_000 };
  const limit = budgetReached({ brief: around.brief, node, stepId, state }, { minutes: 0, ...(isNewAgent ? { agents: 1 } : {}) }, { run: used, step: {} });
  if (limit !== null) return draft.add(beginShared(draft, limit, around.newId).events);
  started.add(stepId);
  decision.launches.push({ do: "execute", stepId });
  draft.add([{ type: "step-started", stepId, nodeId: nodeIdOf(stepId), attempt, idempotencyKey: idempotencyKeyOf(around.runId, stepId, attempt) }]);
}

function agentsBegun({ graph }: Surroundings, { state }: RunDraft): number {
  let count = 0;
  for (const { nodeId, attempt } of state.stepsById.values()) if (attempt > 0 && graph.view.node(nodeId)?.kind === "agent") count += 1;
  return count;
}

/** Begins a wait that several steps may share, unless one of them did. */
export function beginShared({ state }: Pick<RunDraft, "state">, wait: Wait, newId: () => string) {
  const open = state.openWaits.find((one) => keyOf(one.wait) === keyOf(wait));
  if (open !== undefined) return { waitId: open.waitId, events: [] };
  const waitId = newId();
  return { waitId, events: [{ type: "wait-began" as const, waitId, wait }] };
}

function keyOf(wait: Wait): string {
  if (wait.kind === "budget") return `budget ${wait.limit} ${wait.stepId ?? ""}`;
  return wait.kind === "provider" ? `provider ${wait.role}` : wait.kind;
}
