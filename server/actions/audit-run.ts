import { system, type Actor } from "../../core/access/actor.ts";
import type { Audit } from "../../core/evidence/audit-finding.ts";
import { auditRules, auditView } from "../../core/evidence/audit-run.ts";
import { isEnded } from "../../core/run/run-status.ts";
import { loadRecordedRun } from "./load-recorded-run.ts";
import type { Ports } from "./ports.ts";
import type { RunAuditRecord } from "./run-store.ts";

const atOnce = 20;

export type AuditOutcome = { ok: true; audit: RunAuditRecord } | { ok: false; reason: "not-found" | "not-ended" | "went-on" };

/** Audits a run that ended, records what it came to, and says it on the run. */
export async function auditRun(ports: Pick<Ports, "store" | "now">, actor: Actor, { runId }: { runId: string }): Promise<AuditOutcome> {
  const { store, now } = ports;
  const begunAt = now();
  const run = await store.runs.find(runId);
  if (run === null) return { ok: false, reason: "not-found" };
  if (!isEnded(run.status)) return { ok: false, reason: "not-ended" };
  const recorded = await loadRecordedRun(store, run);
  return record(ports, actor, { runId, made: auditView(recorded), sequence: recorded.state.sequence, begunAt });
}

/** Audits every run that ended without, however it ended and whoever was there. */
export async function auditEndedRuns(ports: Pick<Ports, "store" | "now">): Promise<void> {
  for (const runId of await ports.store.runs.listUnaudited(atOnce)) {
    try {
      await auditRun(ports, system, { runId });
    } catch (error) {
      console.error(`The run ${runId} can't be audited:`, error);
      // Said on the run, so that it is not tried for ever and nobody takes silence for consent. When the database is
      // what fails, this fails as well, and the run is looked for again.
      const reason = "what this run recorded can't be read";
      const made: Audit = { result: "inconclusive", findings: [], notRun: auditRules.map(({ id }) => ({ ruleId: id, reason })) };
      await record(ports, system, { runId, made, sequence: 0, begunAt: ports.now() });
    }
  }
}

async function record(
  { store, now }: Pick<Ports, "store" | "now">,
  actor: Actor,
  { runId, made, sequence, begunAt }: { runId: string; made: Audit; sequence: number; begunAt: Date },
): Promise<AuditOutcome> {
  return store.transaction(async (records): Promise<AuditOutcome> => {
    const run = await records.runs.lock(runId);
    if (run === null) return { ok: false, reason: "not-found" };
    const hasGoneOn = sequence > 0 && (await records.runLog.readAfter(runId, sequence, 1)).length > 0;
    if (!isEnded(run.status) || hasGoneOn) return { ok: false, reason: "went-on" };
    // Another worker looked for the same run in the same second.
    const before = actor === system && run.auditResult !== null ? await records.runAudits.findNewest(runId) : null;
    if (before !== null) return { ok: true, audit: before };
    const createdAt = now();
    const audit: RunAuditRecord = { ...made, sequence, madeByName: actor.name, durationMs: createdAt.getTime() - begunAt.getTime(), createdAt };
    await records.runAudits.create(runId, audit);
    await records.runs.setAuditResult(runId, made.result);
    if (actor !== system) {
      await records.auditLog.append(
        {
          actorId: actor.id,
          actorName: actor.name,
          action: "run-audit",
          targetType: "run",
          targetId: runId,
          summary: `Audited a run again: ${made.result.replaceAll("-", " ")}`,
          beforeDigest: null,
          afterDigest: null,
        },
        createdAt,
      );
    }
    return { ok: true, audit };
  });
}
