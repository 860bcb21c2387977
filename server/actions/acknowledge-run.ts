import type { Actor } from "../../core/access/actor.ts";
import type { Result } from "../../core/result.ts";
import type { Ports } from "./ports.ts";
import type { RunRefusal } from "./change-run.ts";

/**
 * Notes who has seen that a run failed, or that its audit did: it asks nobody for anything any more, until it goes on and
 * fails again. Said a second time, it stays with who said it first.
 */
export function acknowledgeRun({ store, now }: Pick<Ports, "store" | "now">, actor: Actor, { runId }: { runId: string }): Promise<Result<object, RunRefusal>> {
  return store.transaction(async (records): Promise<Result<object, RunRefusal>> => {
    const run = await records.runs.lock(runId);
    if (run === null) return { ok: false, reason: "not-found" };
    const hasFailed = run.status === "failed" || (run.status === "completed" && run.auditResult === "failed");
    if (!hasFailed) return { ok: false, reason: "over" };
    if (run.acknowledged !== null) return { ok: true };
    const at = now();
    await records.runs.acknowledge(runId, { at, byName: actor.name });
    const summary = run.status === "failed" ? "Acknowledged that a run failed" : "Acknowledged that the audit of a run failed";
    await records.auditLog.append({ actorId: actor.id, actorName: actor.name, action: "run-acknowledge", targetType: "run", targetId: runId, summary, beforeDigest: null, afterDigest: null }, at);
    return { ok: true };
  });
}
