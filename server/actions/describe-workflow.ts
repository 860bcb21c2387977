import { approvalStanding, awaitedOf, type ApprovalStanding } from "../../core/review/approval-standing.ts";
import { authorIdsOf } from "../../core/review/authors.ts";
import { digestOfPolicy } from "../../core/review/policy.ts";
import type { PastRun } from "../../core/preflight/learned-projection.ts";
import { reviewRound, type ReviewState } from "../../core/review/review-state.ts";
import type { Brief } from "../../core/brief/brief.ts";
import { currentPolicy } from "./change-policy.ts";
import { examineRevision, type ExaminedRevision } from "./examine-revision.ts";
import type { Ports } from "./ports.ts";
import type { DecisionRecord, DraftRecord, PlanRecord, RevisionListing, RevisionRecord, WorkflowListing, WorkflowRecord } from "./workflow-store.ts";

/** Older ones tell less of what a run takes today. */
const mostPastRuns = 20;

/** Everything a workflow's page starts from. */
export interface WorkflowDescription {
  workflow: WorkflowRecord;
  brief: Brief;
  /** Which version of which brief that is. */
  briefVersion: { briefId: string; number: number };
  plan: PlanRecord | null;
  /** Null until the plan is finished or kept. */
  revision: Omit<RevisionRecord, "canonicalText"> | null;
  examined: Omit<ExaminedRevision, "manifestText"> | null;
  /** Null until there is a revision. */
  standing: ApprovalStanding | null;
  state: ReviewState | null;
  revisions: RevisionListing[];
  /** What runs of plans of the revision's shape took that completed, the newest first. */
  pastRuns: PastRun[];
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
  const revisions = await store.revisions.list(workflowId);
  const examined = revision === null ? null : await examineRevision(ports, { revision, brief });
  const standing =
    revision === null || examined === null
      ? null
      : approvalStanding(
          revision.digest,
          decisions.map((decision) => ({ ...decision, isCurrent: decision.shownDigest === examined.manifestDigest })),
          { policy: examined.policy, authorIds: authorIdsOf({ workflow, revisions }), members: (await store.members.list()).filter(({ isActive }) => isActive) },
        );
  return {
    workflow,
    brief: brief.content,
    briefVersion: { briefId: brief.briefId, number: brief.number },
    plan: await store.plans.findNewest(workflowId),
    revision: revision === null ? null : withoutBytes(revision),
    examined: examined === null ? null : withoutManifestBytes(examined),
    standing,
    state: standing?.state ?? null,
    revisions,
    pastRuns: revision === null || revision.shape === null ? [] : await store.runReading.pastRuns(revision.shape, mostPastRuns),
    decisions: decisions.map(({ envelope: _, ...decision }) => decision),
    draft: memberId === null ? null : await store.drafts.find(workflowId, memberId),
    newsSequence,
  };
}

/** Canonical bytes say again what stands beside them: whoever shows them asks for them. */
function withoutBytes({ canonicalText: _, ...revision }: RevisionRecord): NonNullable<WorkflowDescription["revision"]> {
  return revision;
}

function withoutManifestBytes({ manifestText: _, ...examined }: ExaminedRevision): NonNullable<WorkflowDescription["examined"]> {
  return examined;
}

/** One row of a list of workflows. */
export interface WorkflowRow extends Omit<WorkflowListing, "decisions" | "newestDigest" | "authorIds"> {
  state: ReviewState | null;
  /** Approvals that were given in this round under the policy that holds, and how many it asks for. */
  approvals: { given: number; needed: number };
  /** Members whose approval is missing and would count, while it is in review. */
  awaited: { id: string; name: string }[];
}

/**
 * Workflows, the newest change first. Whether models and tools are still those that were approved is told on a workflow's own
 * page: here an approval counts while the policy is the same.
 */
export async function listWorkflows(
  { store }: Pick<Ports, "store">,
  query: { before: Date | null; limit: number; text?: string },
): Promise<WorkflowRow[]> {
  const rows = await store.workflows.list({ text: "", ...query });
  const [policy, members] = await Promise.all([currentPolicy({ store }), store.members.list()]);
  const policyDigest = digestOfPolicy(policy);
  const { count } = policy.approvals;
  return rows.map(({ decisions, newestDigest, authorIds, ...row }) => {
    if (newestDigest === null) return { ...row, state: null, approvals: { given: 0, needed: count }, awaited: [] };
    const facts = decisions.map((decision) => ({ ...decision, isCurrent: decision.policyDigest === policyDigest }));
    const { state, approvals } = reviewRound(newestDigest, facts, count);
    const awaited = state === "in-review" ? awaitedOf(members.filter(({ isActive }) => isActive), { policy, authorIds, approvals }) : [];
    return { ...row, state, approvals: { given: approvals.length, needed: count }, awaited };
  });
}
