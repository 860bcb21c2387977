import { system, type Actor } from "../../core/access/actor.ts";
import type { AuditAction } from "../../core/audit-log/audit-entry.ts";
import type { Result } from "../../core/result.ts";
import { canonicalGraph } from "../../core/workflow/digest-graph.ts";
import type { PlanStatus } from "../../core/workflow/plan-status.ts";
import { isApprovedBySomebody } from "./ask-for-critique.ts";
import type { Ports } from "./ports.ts";
import { readPlan } from "./read-plan.ts";
import { addRevision } from "./save-revision.ts";
import type { Records } from "./store.ts";

export type PlanEnd = Result<object, "not-found" | "over" | "empty">;

/** The planner is done: what it wrote becomes revision 1. */
export function finishPlan(ports: Pick<Ports, "store" | "now">, actor: Actor, planId: string): Promise<PlanEnd> {
  return makeRevision(ports, actor, planId, { from: ["writing"], to: "finished", summary: () => "Finished a plan: it is revision 1" });
}

/** Somebody takes what was written before a plan was canceled, interrupted or failed: it becomes revision 1. */
export function keepPlan(ports: Pick<Ports, "store" | "now">, actor: Actor, planId: string): Promise<PlanEnd> {
  const from = ["canceled", "interrupted", "failed"] as const;
  return makeRevision(ports, actor, planId, { from, to: "kept", summary: () => "Kept what was written of a plan: it is revision 1" });
}

/** The planner is done with a proposal: its changes wait for a reviewer. */
export function finishProposal({ store, now }: Pick<Ports, "store" | "now">, actor: Actor, planId: string): Promise<PlanEnd> {
  const end = { from: ["writing"], to: "finished", summary: (what: string) => `Finished ${what}` } as const;
  return store.transaction((records) => endPlan(records, actor, planId, { ...end, reason: null, at: now() }));
}

/** The critic is done: what it thinks is part of what is decided on from here on, unless somebody has approved meanwhile. */
export function finishCritique({ store, now }: Pick<Ports, "store" | "now">, actor: Actor, planId: string): Promise<PlanEnd> {
  return store.transaction(async (records): Promise<PlanEnd> => {
    const asked = await records.critiques.find(planId);
    const revision = asked === null ? null : await records.revisions.findById(asked.revisionId);
    if (revision === null || !(await records.workflows.lock(revision.workflowId))) return { ok: false, reason: "not-found" };
    const isLate = await isApprovedBySomebody(records, revision);
    const end = isLate ? ({ to: "canceled", summary: (what: string) => `Set ${what} aside: the revision was approved before it was whole` } as const) : ({ to: "finished", summary: (what: string) => `Finished ${what}` } as const);
    return endPlan(records, actor, planId, { from: ["writing"], ...end, reason: isLate ? "The revision was approved before the model was done: what it wrote is no part of that." : null, at: now() });
  });
}

/** Stops the writing; what is written stays. The worker notices before it writes anything more. */
export function cancelPlan(ports: Pick<Ports, "store" | "now">, actor: Actor, planId: string): Promise<PlanEnd> {
  const end = { from: ["pending", "writing"], to: "canceled", summary: (what: string) => `Canceled the writing of ${what}` } as const;
  return ports.store.transaction((records) => endPlan(records, actor, planId, { ...end, reason: null, at: ports.now() }));
}

/** Has a canceled, interrupted or failed plan written further. */
export async function resumePlan({ store, now, planning }: Pick<Ports, "store" | "now" | "planning">, actor: Actor, planId: string): Promise<PlanEnd> {
  const outcome = await store.transaction((records) =>
    endPlan(records, actor, planId, {
      from: ["canceled", "interrupted", "failed"],
      to: "pending",
      summary: (what) => `Resumed the writing of ${what}`,
      reason: null,
      at: now(),
    }),
  );
  if (outcome.ok) await planning.enqueue(planId);
  return outcome;
}

/** The writing ended before the plan was finished; what is written stays, to be resumed or kept. */
export function breakOffPlan(
  { store, now }: Pick<Ports, "store" | "now">,
  planId: string,
  { to, reason }: { to: "interrupted" | "failed"; reason: string },
): Promise<PlanEnd> {
  const summary = (what: string) => (to === "failed" ? `Could not finish the writing of ${what}` : `Found the writing of ${what} interrupted`);
  return store.transaction((records) => endPlan(records, system, planId, { from: ["writing"], to, summary, reason, at: now() }));
}

const nouns = { plan: "a plan", proposal: "a proposal", critique: "an opinion" } as const;

interface Ending {
  from: readonly PlanStatus[];
  to: PlanStatus;
  /** @param what "a plan", "a proposal" or "an opinion". */
  summary(what: string): string;
}

function makeRevision({ store, now }: Pick<Ports, "store" | "now">, actor: Actor, planId: string, ending: Ending): Promise<PlanEnd> {
  return store.transaction(async (records): Promise<PlanEnd> => {
    const plan = await records.plans.find(planId);
    if (plan === null || !(await records.workflows.lock(plan.workflowId))) return { ok: false, reason: "not-found" };
    const written = await readPlan(records, planId);
    if (written === null || written.graph.nodes.length === 0) return { ok: false, reason: "empty" };
    if ((await records.revisions.findNewest(plan.workflowId)) !== null) return { ok: false, reason: "over" };
    const { graph } = written;
    const at = now();
    const outcome = await endPlan(records, actor, planId, { ...ending, reason: null, at });
    if (!outcome.ok) return outcome;
    await addRevision(records, actor, { workflowId: plan.workflowId, number: 1, graph, canonical: canonicalGraph(graph) }, at);
    return { ok: true };
  });
}

/** Changes a plan's status with its log entry and its audit entry, if nobody did before. */
async function endPlan(
  records: Records,
  actor: Actor,
  planId: string,
  { from, to, summary, reason, at }: Ending & { reason: string | null; at: Date },
): Promise<PlanEnd> {
  const plan = await records.plans.find(planId);
  if (plan === null) return { ok: false, reason: "not-found" };
  if (!(await records.plans.changeStatus(planId, { from, to, reason, endedAt: to === "pending" ? null : at }))) return { ok: false, reason: "over" };
  await records.planLog.append(planId, [{ type: "status", status: to, reason }], at);
  const { workflowId, writes } = plan;
  const news = { change: to === "pending" ? "asked" : "ended", by: actor.name } as const;
  if (writes === "proposal") await records.workflowNews.append(workflowId, { type: "proposal", proposalId: planId, ...news }, at);
  if (writes === "critique") await records.workflowNews.append(workflowId, { type: "critique", critiqueId: planId, ...news }, at);
  const action: AuditAction = "plan-end";
  await records.auditLog.append({ actorId: actor.id, actorName: actor.name, action, targetType: writes, targetId: planId, beforeDigest: null, afterDigest: null, summary: summary(nouns[writes]) }, at);
  return { ok: true };
}
