import type { Actor } from "../../core/access/actor.ts";
import type { AuditAction } from "../../core/audit-log/audit-entry.ts";
import type { Result } from "../../core/result.ts";
import { foldRun } from "../../core/run/fold-run.ts";
import type { RunEvent } from "../../core/run/run-event.ts";
import { standingOf } from "../../core/run/run-standing.ts";
import type { RunState } from "../../core/run/run-state.ts";
import { indexRun } from "./index-run.ts";
import type { Ports } from "./ports.ts";

/** Why a person's word on a run changed nothing; `message` where the one who said it can mend it. */
export type RunRefusal = "not-found" | "over";

/** What somebody does to a run: its events, and how the audit log names it. */
export interface RunChange {
  events: readonly RunEvent[];
  action: AuditAction;
  /** Without the actor: "Paused a run". */
  summary: string;
}

/**
 * Adds a person's word to a run's log, between whatever its driver writes there, and has a worker go on with it.
 * @param decide from how the run stands at that very moment.
 */
export async function changeRun<Refusal extends string>(
  { store, now, running, runStates }: Pick<Ports, "store" | "now" | "running" | "runStates">,
  actor: Actor,
  runId: string,
  decide: (state: RunState) => Result<{ change: RunChange }, Refusal>,
): Promise<Result<object, Refusal | RunRefusal>> {
  const outcome = await store.transaction(async (records): Promise<Result<{ hasEnded: boolean; sequence: number }, Refusal | RunRefusal>> => {
    if ((await records.runs.lock(runId)) === null) return { ok: false, reason: "not-found" };
    const { state } = await runStates.read(records, runId);
    const decided = decide(state);
    if (!decided.ok) return decided;
    const { events, action, summary } = decided.change;
    const at = now();
    await records.runLog.append(runId, events, at);
    const after = foldRun(state, events.map((event, index) => ({ sequence: state.sequence + index + 1, at, event })));
    const { status, openWaits, endedAt, hasEnded } = standingOf(after);
    await records.runs.change(runId, { status, openWaits: [...openWaits], endedAt, wantsDriver: !hasEnded, isFenced: hasEnded });
    await records.auditLog.append({ actorId: actor.id, actorName: actor.name, action, targetType: "run", targetId: runId, summary, beforeDigest: null, afterDigest: null }, at);
    return { ok: true, hasEnded, sequence: after.sequence };
  });
  if (outcome.ok && outcome.hasEnded) await indexRun({ store, runStates }, runId);
  if (outcome.ok && !outcome.hasEnded) await running.enqueue(runId, outcome.sequence);
  return outcome.ok ? { ok: true } : outcome;
}
