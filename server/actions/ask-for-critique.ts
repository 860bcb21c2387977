import type { Actor } from "../../core/access/actor.ts";
import { reviewRound } from "../../core/review/review-state.ts";
import { isPlanOpen } from "../../core/workflow/plan-status.ts";
import type { Ports } from "./ports.ts";
import { readCritique } from "./read-plan.ts";
import type { Records } from "./store.ts";
import type { RevisionRecord } from "./workflow-store.ts";

interface CritiqueWish {
  workflowId: string;
  /** The sender's, so that sending it again after a cut connection asks once. */
  critiqueId: string;
  /** The revision on the sender's screen. */
  revision: number;
}

export type CritiqueOutcome =
  | { ok: true }
  /** An opinion is asked for before somebody approves: what was approved doesn't change any more. */
  | { ok: false; reason: "not-found" | "outdated" | "approved" }
  /** One is being written, which somebody asked for. */
  | { ok: false; reason: "busy"; askedByName: string };

/** Has the critic model say what it thinks of the newest revision; once it is whole, that is part of what is decided on. */
export async function askForCritique({ store, now, planning }: Pick<Ports, "store" | "now" | "planning">, actor: Actor, wish: CritiqueWish): Promise<CritiqueOutcome> {
  const { workflowId, critiqueId } = wish;
  const outcome = await store.transaction(async (records): Promise<CritiqueOutcome> => {
    const isThere = await records.workflows.lock(workflowId);
    const revision = isThere ? await records.revisions.findNewest(workflowId) : null;
    if (revision === null) return { ok: false, reason: "not-found" };
    const earlier = await records.plans.find(critiqueId);
    if (earlier !== null) return earlier.workflowId === workflowId ? { ok: true } : { ok: false, reason: "not-found" };
    if (revision.number !== wish.revision) return { ok: false, reason: "outdated" };
    if (await isApprovedBySomebody(records, revision)) return { ok: false, reason: "approved" };
    const newest = await records.critiques.findNewest(revision.id);
    const open = newest === null ? null : await readCritique(records, newest);
    if (open !== null && isPlanOpen(open.critique.status)) return { ok: false, reason: "busy", askedByName: open.asked.askedByName };
    const at = now();
    await records.plans.create({ id: critiqueId, workflowId, now: at });
    await records.critiques.create({ planId: critiqueId, revisionId: revision.id, askedById: actor.id, askedByName: actor.name });
    await records.workflowNews.append(workflowId, { type: "critique", critiqueId, change: "asked", by: actor.name }, at);
    await records.auditLog.append(
      {
        actorId: actor.id,
        actorName: actor.name,
        action: "critique-ask",
        targetType: "critique",
        targetId: critiqueId,
        summary: `Asked for a model's opinion of revision ${revision.number}`,
        beforeDigest: revision.digest,
        afterDigest: null,
      },
      at,
    );
    return { ok: true };
  });
  if (outcome.ok) await planning.enqueue(critiqueId);
  return outcome;
}

/** Whether an approval of a revision stands, whatever it still lacks: nothing is added to what that person saw. */
export async function isApprovedBySomebody({ decisions }: Pick<Records, "decisions">, { workflowId, digest }: RevisionRecord): Promise<boolean> {
  const facts = (await decisions.list(workflowId)).map((one) => ({ ...one, isCurrent: true }));
  return reviewRound(digest, facts, 1).approvals.length > 0;
}
