import type { Actor } from "../../core/access/actor.ts";
import { reviewRound } from "../../core/review/review-state.ts";
import { manifestDifferences } from "../../core/review/manifest-differences.ts";
import { examineRevision } from "./examine-revision.ts";
import type { Ports } from "./ports.ts";

export type StartOutcome =
  | { ok: true; runId: string }
  | { ok: false; reason: "not-found" | "not-approved" }
  /** The policy asks for more approvals than were given. */
  | { ok: false; reason: "approvals-missing"; given: number; needed: number }
  /** What would run now isn't what was approved: show it and let somebody decide anew. */
  | { ok: false; reason: "changed"; differences: string[] };

/**
 * Starts the run that an approval allows: of a workflow's newest revision, if this is one of the approvals that count, as many
 * people approved as the policy asks, and everything they cover is still the same. Asked again, it answers with the same run.
 */
export async function startRun(
  ports: Pick<Ports, "store" | "now" | "models" | "tools" | "running">,
  actor: Actor,
  { workflowId, decisionId }: { workflowId: string; decisionId: string },
): Promise<StartOutcome> {
  const outcome = await ports.store.transaction(async (records): Promise<StartOutcome> => {
    const isThere = await records.workflows.lock(workflowId);
    const workflow = isThere ? await records.workflows.find(workflowId) : null;
    const revision = await records.revisions.findNewest(workflowId);
    const brief = workflow === null ? null : await records.briefs.findVersion(workflow.briefVersionId);
    if (workflow === null || revision === null || brief === null) return { ok: false, reason: "not-found" };
    const shown = await examineRevision(ports, { revision, brief });
    const decisions = (await records.decisions.list(workflowId)).map((decision) => ({ ...decision, isCurrent: decision.shownDigest === shown.manifestDigest }));
    const needed = shown.policy.approvals.count;
    const { state, approvals, outdated } = reviewRound(revision.digest, decisions, needed);
    const asked = [...approvals, ...outdated].find(({ id }) => id === decisionId);
    if (asked === undefined) return { ok: false, reason: "not-approved" };
    const used = approvals.find(({ hasRun }) => hasRun);
    const before = used === undefined ? null : await records.runs.findByDecision(used.id);
    if (before !== null) return { ok: true, runId: before.id };
    if (!asked.isCurrent) {
      const approved = await records.decisions.findManifest(decisionId);
      return { ok: false, reason: "changed", differences: approved === null ? [] : manifestDifferences(approved, { ...shown.manifest, waivers: approved.waivers }) };
    }
    if (state !== "approved") return { ok: false, reason: "approvals-missing", given: approvals.length, needed };
    // Of several approvals the newest is the one that the run is bound to.
    const decision = approvals.at(-1) ?? asked;
    const now = ports.now();
    const { manifestDigest } = decision;
    const author = { startedById: actor.id, startedByName: actor.name };
    const run = await records.runs.create({ workflowId, revisionId: revision.id, briefVersionId: brief.id, decisionId: decision.id, manifestDigest, ...author, now });
    await records.runLog.append(run.id, [{ type: "run-created", by: { id: actor.id, name: actor.name }, decisionId: decision.id, manifestDigest, definitionDigest: revision.digest }], now);
    await records.auditLog.append(
      {
        actorId: actor.id,
        actorName: actor.name,
        action: "run-start",
        targetType: "run",
        targetId: run.id,
        summary: `Started a run of revision ${revision.number} of ${workflow.title}`,
        beforeDigest: revision.digest,
        afterDigest: manifestDigest,
      },
      now,
    );
    return { ok: true, runId: run.id };
  });
  if (outcome.ok) await ports.running.enqueue(outcome.runId, 1);
  return outcome;
}
