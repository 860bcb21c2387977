import { reviewState, type ReviewState } from "../../core/review/review-state.ts";
import type { Brief } from "../../core/brief/brief.ts";
import { examineRevision, type ExaminedRevision } from "./examine-revision.ts";
import type { Ports } from "./ports.ts";
import type { DecisionRecord, DraftRecord, PlanRecord, RevisionRecord, WorkflowListing, WorkflowRecord } from "./workflow-store.ts";

/** Everything a workflow's page starts from. */
export interface WorkflowDescription {
  workflow: WorkflowRecord;
  brief: Brief;
  /** Which version of which brief that is. */
  briefVersion: { briefId: string; number: number };
  plan: PlanRecord | null;
  /** Null until the plan is finished or kept. */
  revision: RevisionRecord | null;
  examined: ExaminedRevision | null;
  state: ReviewState | null;
  revisions: Omit<RevisionRecord, "graph" | "canonicalText">[];
  decisions: Omit<DecisionRecord, "envelope">[];
  draft: DraftRecord | null;
  /** The last entry of the workflow's news, read before everything else here: what follows it may be known already. */
  newsSequence: number;
}

/**
 * Describes a workflow to one member.
 * @param memberId whose draft is wanted; null for somebody without drafts.
 */
export async function describeWorkflow(
  ports: Pick<Ports, "store" | "models" | "tools">,
  { workflowId, memberId }: { workflowId: string; memberId: string | null },
): Promise<WorkflowDescription | null> {
  const { store } = ports;
  const newsSequence = await store.workflowNews.lastSequence(workflowId);
  const workflow = await store.workflows.find(workflowId);
  const brief = workflow === null ? null : await store.briefs.findVersion(workflow.briefVersionId);
  if (workflow === null || brief === null) return null;
  const revision = await store.revisions.findNewest(workflowId);
  const decisions = await store.decisions.list(workflowId);
  return {
    workflow,
    brief: brief.content,
    briefVersion: { briefId: brief.briefId, number: brief.number },
    plan: await store.plans.findNewest(workflowId),
    revision,
    examined: revision === null ? null : await examineRevision(ports, { revision, brief }),
    state: revision === null ? null : reviewState(revision.digest, decisions),
    revisions: await store.revisions.list(workflowId),
    decisions: decisions.map(({ envelope: _, ...decision }) => decision),
    draft: memberId === null ? null : await store.drafts.find(workflowId, memberId),
    newsSequence,
  };
}

/** One row of a list of workflows. */
export type WorkflowRow = Omit<WorkflowListing, "decisions" | "newestDigest"> & { state: ReviewState | null };

/** Workflows, the newest change first. */
export async function listWorkflows(
  { store }: Pick<Ports, "store">,
  query: { before: Date | null; limit: number; text?: string },
): Promise<WorkflowRow[]> {
  const rows = await store.workflows.list({ text: "", ...query });
  return rows.map(({ decisions, newestDigest, ...row }) => ({
    ...row,
    state: newestDigest === null ? null : reviewState(newestDigest, decisions),
  }));
}
