import type { Actor } from "../../core/access/actor.ts";
import { findMentions } from "../../core/annotation/mention.ts";
import type { Annotation, Remark } from "../../core/annotation/annotation.ts";
import type { AnnotationTarget } from "../../core/annotation/annotation-target.ts";
import { nameTarget } from "../../core/annotation/name-target.ts";
import { placeTarget } from "../../core/annotation/place-target.ts";
import type { AuditAction } from "../../core/audit-log/audit-entry.ts";
import type { Result } from "../../core/result.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { WorkflowNews } from "../../core/workflow/workflow-news.ts";
import type { Ports } from "./ports.ts";
import { readPlan } from "./read-plan.ts";
import type { Records } from "./store.ts";

/** More than this many remarks on one plan are not a discussion. */
const mostRemarks = 5_000;

export type AnnotationOutcome = Result<{ annotationId: string }, "not-found" | "target-gone" | "too-many" | "not-yours" | "taken-back">;

/** Begins a thread about a part of a plan as it stands on somebody's screen. Its id is the sender's, so that sending it again after a cut connection begins it once. */
export function addAnnotation(
  { store, now }: Pick<Ports, "store" | "now">,
  actor: Actor,
  { workflowId, annotationId, revision, target, text }: { workflowId: string; annotationId: string; revision: number | null; target: AnnotationTarget; text: string },
): Promise<AnnotationOutcome> {
  return store.transaction(async (records): Promise<AnnotationOutcome> => {
    const isThere = await records.workflows.lock(workflowId);
    const workflow = await records.workflows.find(workflowId);
    const brief = workflow === null ? null : await records.briefs.findVersion(workflow.briefVersionId);
    const graph = isThere ? await graphOn(records, workflowId, revision) : null;
    if (brief === null || graph === null) return { ok: false, reason: "not-found" };
    const earlier = await records.annotations.find(annotationId);
    if (earlier !== null) return earlier.workflowId === workflowId ? { ok: true, annotationId } : { ok: false, reason: "not-found" };
    const surface = { graph, brief: brief.content, findings: null };
    if (placeTarget(target, surface).isOutdated) return { ok: false, reason: "target-gone" };
    if ((await records.annotations.countRemarks(workflowId)) >= mostRemarks) return { ok: false, reason: "too-many" };
    const at = now();
    const annotation: Annotation = { id: annotationId, workflowId, revision, target, targetName: nameTarget(target, surface), resolved: null, remarks: [await remarkOf(records, actor, { id: annotationId, text, at })] };
    await records.annotations.create(annotation);
    await tell(records, actor, { annotation, change: "added", at });
    return { ok: true, annotationId };
  });
}

/** Says something in a thread; one that was resolved stays so until somebody reopens it. */
export function answerAnnotation({ store, now }: Pick<Ports, "store" | "now">, actor: Actor, { annotationId, remarkId, text }: { annotationId: string; remarkId: string; text: string }): Promise<AnnotationOutcome> {
  return changeAnnotation(store, annotationId, async (records, annotation) => {
    if (annotation.remarks.some(({ id }) => id === remarkId)) return { ok: true, annotationId };
    if ((await records.annotations.countRemarks(annotation.workflowId)) >= mostRemarks) return { ok: false, reason: "too-many" };
    const at = now();
    await records.annotations.addRemark(annotationId, annotation.remarks.length + 1, await remarkOf(records, actor, { id: remarkId, text, at }));
    await tell(records, actor, { annotation, change: "answered", at });
    return { ok: true, annotationId };
  });
}

/**
 * Puts a remark of the member's own otherwise, or takes it back. What it said before stays on record, in the database and
 * not on screen; what was taken back is not said again.
 * @param text null to take it back.
 */
export function changeRemark(
  { store, now }: Pick<Ports, "store" | "now">,
  actor: Actor,
  { annotationId, remarkId, text }: { annotationId: string; remarkId: string; text: string | null },
): Promise<AnnotationOutcome> {
  return changeAnnotation(store, annotationId, async (records, annotation) => {
    const remark = annotation.remarks.find(({ id }) => id === remarkId);
    if (remark === undefined) return { ok: false, reason: "not-found" };
    if (actor.id === null || remark.byId !== actor.id) return { ok: false, reason: "not-yours" };
    if (text === null ? remark.isTakenBack : remark.text === text) return { ok: true, annotationId };
    if (remark.isTakenBack) return { ok: false, reason: "taken-back" };
    const at = now();
    await records.annotations.changeRemark(remarkId, { text, mentionIds: await mentionedIn(records, text ?? ""), at });
    await tell(records, actor, { annotation, change: text === null ? "deleted" : "edited", at });
    return { ok: true, annotationId };
  });
}

/** Closes a thread, or opens it again; doing it twice changes nothing. */
export function resolveAnnotation({ store, now }: Pick<Ports, "store" | "now">, actor: Actor, { annotationId, isResolved }: { annotationId: string; isResolved: boolean }): Promise<AnnotationOutcome> {
  return changeAnnotation(store, annotationId, async (records, annotation) => {
    if ((annotation.resolved !== null) === isResolved) return { ok: true, annotationId };
    const at = now();
    await records.annotations.setResolved(annotationId, isResolved ? { byName: actor.name, at } : null);
    await tell(records, actor, { annotation, change: isResolved ? "resolved" : "reopened", at });
    return { ok: true, annotationId };
  });
}

/** Runs a change of one thread while nobody else changes a thread of that plan. */
function changeAnnotation(
  store: Ports["store"],
  annotationId: string,
  change: (records: Records, annotation: Annotation) => Promise<AnnotationOutcome>,
): Promise<AnnotationOutcome> {
  return store.transaction(async (records): Promise<AnnotationOutcome> => {
    const found = await records.annotations.find(annotationId);
    const isHeld = found !== null && (await records.workflows.lock(found.workflowId));
    const annotation = isHeld ? await records.annotations.find(annotationId) : null;
    return annotation === null ? { ok: false, reason: "not-found" } : change(records, annotation);
  });
}

/** The graph that somebody has before them: a revision, or the plan as far as it is written. */
async function graphOn(records: Records, workflowId: string, revision: number | null): Promise<Graph | null> {
  if (revision !== null) return (await records.revisions.find(workflowId, revision))?.graph ?? null;
  const plan = await records.plans.findNewest(workflowId);
  return plan === null ? null : ((await readPlan(records, plan.id))?.graph ?? null);
}

async function remarkOf(records: Records, actor: Actor, { id, text, at }: Pick<Remark, "id" | "text" | "at">): Promise<Remark> {
  return { id, text, mentionIds: await mentionedIn(records, text), byId: actor.id, byName: actor.name, at, changedAt: null, isTakenBack: false };
}

/** The members whom a text calls upon. */
async function mentionedIn(records: Records, text: string): Promise<string[]> {
  const people = (await records.members.list()).filter(({ isActive }) => isActive);
  return [...new Set(findMentions(text, people).flatMap(({ memberIds }) => memberIds))];
}

type Change = Extract<WorkflowNews, { type: "annotation" }>["change"];

const actions: Record<Change, AuditAction> = { added: "annotation-add", answered: "annotation-answer", resolved: "annotation-resolve", reopened: "annotation-reopen", edited: "annotation-edit", deleted: "annotation-delete" };
const words: Record<Change, string> = { added: "Commented on", answered: "Answered a comment on", resolved: "Resolved a comment on", reopened: "Reopened a comment on", edited: "Edited a comment on", deleted: "Deleted a comment on" };

async function tell(records: Records, actor: Actor, { annotation, change, at }: { annotation: Annotation; change: Change; at: Date }): Promise<void> {
  const { id, workflowId, targetName } = annotation;
  await records.workflowNews.append(workflowId, { type: "annotation", annotationId: id, change, targetName, by: actor.name }, at);
  await records.auditLog.append(
    {
      actorId: actor.id,
      actorName: actor.name,
      action: actions[change],
      targetType: "annotation",
      targetId: id,
      summary: `${words[change]} ${targetName}`,
      beforeDigest: null,
      afterDigest: null,
    },
    at,
  );
}
