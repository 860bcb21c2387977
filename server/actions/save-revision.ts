import type { Actor } from "../../core/access/actor.ts";
import { shapeOfPlan } from "../../core/preflight/plan-shape.ts";
import { applyOps, type OpRefusal } from "../../core/workflow/apply-op.ts";
import { canonicalGraph } from "../../core/workflow/digest-graph.ts";
import { digestDraft, type Draft } from "../../core/workflow/draft.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import { placeNodes } from "../../core/workflow/place-nodes.ts";
import type { Op } from "../../core/workflow/op.ts";
import type { Ports } from "./ports.ts";
import type { Records } from "./store.ts";
import type { RevisionRecord } from "./workflow-store.ts";

export type SaveOutcome =
  | { ok: true; number: number; digest: string }
  | { ok: false; reason: "not-found" }
  | { ok: false; reason: "outdated"; newestRevision: number }
  | { ok: false; reason: "refused"; batch: number; refusal: OpRefusal };

/**
 * Makes the next revision from what somebody changed since the newest one. A save on an older revision is refused, and
 * the draft is kept, as is one that another tab of theirs wrote meanwhile. Changes of positions alone are written into the newest revision: its digest stays.
 */
export function saveRevision(
  { store, now }: Pick<Ports, "store" | "now">,
  actor: Actor,
  { workflowId, baseRevision, batches, over }: DraftChange,
): Promise<SaveOutcome> {
  return store.transaction(async (records) => {
    if (!(await records.workflows.lock(workflowId))) return { ok: false, reason: "not-found" };
    const newest = await records.revisions.findNewest(workflowId);
    if (newest === null) return { ok: false, reason: "not-found" };
    if (newest.number !== baseRevision) return { ok: false, reason: "outdated", newestRevision: newest.number };
    const changed = applyBatches(newest.graph, batches);
    if (!changed.ok) return { ok: false, reason: "refused", batch: changed.batch, refusal: changed.refusal };
    if (actor.id !== null) {
      const kept = await records.drafts.find(workflowId, actor.id);
      if (isKnown(kept, { baseRevision, batches, over })) await records.drafts.remove(workflowId, actor.id);
    }
    const words = (number: number) => (number === newest.number ? `Moved nodes of revision ${number}` : `Saved revision ${number}`);
    return followNewest(records, actor, { newest, graph: changed.graph, words, at: now() });
  });
}

/** Makes the next revision of what an earlier one holds; refused when there is a newer one than whoever asks has seen. */
export function restoreRevision(
  { store, now }: Pick<Ports, "store" | "now">,
  actor: Actor,
  { workflowId, baseRevision, number: restored }: { workflowId: string; baseRevision: number; number: number },
): Promise<Exclude<SaveOutcome, { reason: "refused" }>> {
  return store.transaction(async (records) => {
    const isThere = await records.workflows.lock(workflowId);
    const newest = isThere ? await records.revisions.findNewest(workflowId) : null;
    const earlier = await records.revisions.find(workflowId, restored);
    if (newest === null || earlier === null) return { ok: false, reason: "not-found" };
    if (newest.number !== baseRevision) return { ok: false, reason: "outdated", newestRevision: newest.number };
    return followNewest(records, actor, { newest, graph: earlier.graph, words: (number) => `Restored revision ${restored} as revision ${number}`, at: now() });
  });
}

/** Writes what follows the newest revision: the next one, or only where the nodes stand when the meaning stays. */
async function followNewest(
  records: Records,
  actor: Actor,
  { newest, graph, words, at }: { newest: RevisionRecord; graph: Graph; words: (number: number) => string; at: Date },
): Promise<Extract<SaveOutcome, { ok: true }>> {
  const { workflowId } = newest;
  const { text, digest } = canonicalGraph(graph);
  const isMoved = digest === newest.digest;
  const number = isMoved ? newest.number : newest.number + 1;
  if (isMoved) await records.revisions.setLayout(newest.id, graph.layout);
  else await addRevision(records, actor, { workflowId, number, graph, canonical: { text, digest } }, at);
  await records.workflowNews.append(workflowId, { type: isMoved ? "layout" : "save", revision: number, by: actor.name }, at);
  await records.auditLog.append(
    {
      actorId: actor.id,
      actorName: actor.name,
      action: isMoved ? "layout-save" : "revision-save",
      targetType: "workflow",
      targetId: workflowId,
      summary: words(number),
      beforeDigest: newest.digest,
      afterDigest: digest,
    },
    at,
  );
  return { ok: true, number, digest };
}

function applyBatches(before: Graph, batches: readonly Op[][]) {
  let graph = before;
  for (const [batch, ops] of batches.entries()) {
    const outcome = applyOps(graph, ops);
    if (!outcome.ok) return { ok: false as const, batch, refusal: outcome.refusal };
    graph = outcome.graph;
  }
  return { ok: true as const, graph };
}

/** Writes one revision inside the caller's transaction, which holds the workflow's lock. */
export async function addRevision(
  records: Records,
  actor: Actor,
  revision: { workflowId: string; number: number; graph: Graph; canonical: { text: string; digest: string } },
  at: Date,
): Promise<void> {
  const { workflowId, number, graph, canonical } = revision;
  await records.revisions.create({
    workflowId,
    number,
    canonicalText: canonical.text,
    digest: canonical.digest,
    shape: shapeOfPlan(graph),
    // Where the nodes stood on the screen they come from, so that none jumps when they are shown again.
    layout: placeNodes(graph, graph.layout),
    createdById: actor.id,
    createdByName: actor.name,
    now: at,
  });
  const workflow = await records.workflows.find(workflowId);
  await records.workflows.touch(workflowId, graph.title === "" ? (workflow?.title ?? "") : graph.title, at);
}

interface DraftChange extends Draft {
  workflowId: string;
  /** The digest of the draft that the sender knows to be kept; null or left out for none. */
  over?: string | null | undefined;
}

/** `overtaken`: another tab or browser of theirs wrote a draft meanwhile, which is answered with. */
export type DraftOutcome =
  /** The digest of what is kept now; null for nothing. */
  | { ok: true; digest: string | null }
  | { ok: false; reason: "not-found" }
  | { ok: false; reason: "overtaken"; draft: Draft };

/**
 * Keeps what a member changed and has not saved yet, in the place of what the sender knew and of nothing else; twice is
 * once. Drafts are personal and no entry of the audit log.
 */
export function saveDraft({ store, now }: Pick<Ports, "store" | "now">, memberId: string, change: DraftChange): Promise<DraftOutcome> {
  const { workflowId, baseRevision, batches } = change;
  return store.transaction(async (records) => {
    if (!(await records.workflows.lock(workflowId))) return { ok: false, reason: "not-found" };
    const kept = await records.drafts.find(workflowId, memberId);
    if (kept !== null && !isKnown(kept, change)) return { ok: false, reason: "overtaken", draft: { baseRevision: kept.baseRevision, batches: kept.batches } };
    if (batches.length === 0) await records.drafts.remove(workflowId, memberId);
    else await records.drafts.put({ workflowId, baseRevision, batches, memberId, now: now() });
    return { ok: true, digest: digestDraft(change) };
  });
}

/** Whether what is kept is nothing but what a sender knew, or sends. */
function isKnown(kept: Draft | null, { over, ...sent }: Draft & Pick<DraftChange, "over">): boolean {
  const digest = kept === null ? null : digestDraft(kept);
  return digest === null || digest === over || digest === digestDraft(sent);
}
