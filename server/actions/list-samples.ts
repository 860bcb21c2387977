import type { Actor } from "../../core/access/actor.ts";
import type { AuditResult } from "../../core/evidence/audit-finding.ts";
import type { RunStatus } from "../../core/run/run-status.ts";
import type { Ports } from "./ports.ts";
import { samples } from "./sample-runs.ts";

/** What the inbox shows of a sample. */
export interface SampleListing {
  id: string;
  title: string;
  summary: string;
  workflowId: string;
  run: { id: string; status: RunStatus; auditResult: AuditResult | null } | null;
}

/** The samples that were begun and not removed. */
export async function listSamples({ store }: Pick<Ports, "store">): Promise<SampleListing[]> {
  const listed = await Promise.all(
    samples.map(async ({ id, title, summary }): Promise<SampleListing | null> => {
      const workflow = await store.workflows.findSample(id);
      if (workflow === null || workflow.removedAt !== null) return null;
      const decision = (await store.decisions.list(workflow.id)).at(-1);
      const run = decision === undefined ? null : await store.runs.findByDecision(decision.id);
      return { id, title, summary, workflowId: workflow.id, run: run && { id: run.id, status: run.status, auditResult: run.auditResult } };
    }),
  );
  return listed.filter((sample) => sample !== null);
}

/** Takes a sample out of every list, for everybody and for good. */
export async function removeSample({ store, now }: Pick<Ports, "store" | "now">, actor: Actor, { sampleId }: { sampleId: string }): Promise<{ ok: true } | { ok: false; reason: "not-found" }> {
  return store.transaction(async (records) => {
    const at = now();
    const workflow = await records.workflows.findSample(sampleId);
    if (workflow === null || !(await records.workflows.remove(workflow.id, at))) return { ok: false, reason: "not-found" };
    await records.auditLog.append(
      {
        actorId: actor.id,
        actorName: actor.name,
        action: "sample-remove",
        targetType: "workflow",
        targetId: workflow.id,
        summary: `Removed ${workflow.title}`,
        beforeDigest: null,
        afterDigest: null,
      },
      at,
    );
    return { ok: true };
  });
}
