import type { Actor } from "../../core/access/actor.ts";
import { manifestDifferences } from "../../core/review/manifest-differences.ts";
import { examineRevision } from "./examine-revision.ts";
import type { Ports } from "./ports.ts";

export type StartOutcome =
  | { ok: true; runId: string }
  | { ok: false; reason: "not-found" | "not-approved" }
  /** What would run now isn't what was approved: show it and let somebody decide anew. */
  | { ok: false; reason: "changed"; differences: string[] };

/**
 * Starts the run that an approval allows: of a workflow's newest revision, if the newest decision on it is this one,
 * an approval, and everything it covers is still the same. Asked again, it answers with the same run.
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
    const decision = (await records.decisions.list(workflowId)).findLast(({ definitionDigest }) => definitionDigest === revision.digest);
    if (decision?.id !== decisionId || decision.verdict !== "approved") return { ok: false, reason: "not-approved" };
    const before = await records.runs.findByDecision(decisionId);
    if (before !== null) return { ok: true, runId: before.id };
    const approved = await records.decisions.findManifest(decisionId);
    const examined = await examineRevision(ports, { revision, brief, waivers: approved?.waivers ?? [] });
    if (approved === null || examined.manifestDigest !== decision.manifestDigest) {
      return { ok: false, reason: "changed", differences: approved === null ? [] : manifestDifferences(approved, examined.manifest) };
    }
    const now = ports.now();
    const { manifestDigest } = decision;
    const author = { startedById: actor.id, startedByName: actor.name };
    const run = await records.runs.create({ workflowId, revisionId: revision.id, briefVersionId: brief.id, decisionId, manifestDigest, ...author, now });
    await records.runLog.append(run.id, [{ type: "run-created", by: { id: actor.id, name: actor.name }, decisionId, manifestDigest, definitionDigest: revision.digest }], now);
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
