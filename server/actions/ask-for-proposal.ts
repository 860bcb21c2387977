import type { Actor } from "../../core/access/actor.ts";
import { nodeOfTarget } from "../../core/annotation/annotation-target.ts";
import { standingRemarks, type Annotation } from "../../core/annotation/annotation.ts";
import { standingOpinions } from "../../core/critique/standing-opinions.ts";
import { nameOfTarget, type Finding } from "../../core/preflight/finding.ts";
import { runPreflight } from "../../core/preflight/preflight.ts";
import type { Point } from "../../core/proposal/point.ts";
import { applyOps, type OpRefusal } from "../../core/workflow/apply-op.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { Op } from "../../core/workflow/op.ts";
import { isPlanOpen } from "../../core/workflow/plan-status.ts";
import { currentSurroundings } from "./examine-revision.ts";
import type { Ports } from "./ports.ts";
import { opinionsOn } from "./read-plan.ts";

/** More than so many things at once are no request that a model follows. */
const mostPoints = 100;

interface ProposalWish {
  workflowId: string;
  /** The sender's, so that sending it again after a cut connection asks once. */
  proposalId: string;
  /** The revision on the sender's screen, and what they changed of it since. */
  revision: number;
  batches: readonly Op[][];
  /** The nodes that are to be written anew; empty for the whole plan. */
  nodeIds: readonly string[];
  /** What to do besides; empty where remarks and findings say it all. */
  wish: string;
}

export type AskOutcome =
  | { ok: true; proposalId: string }
  | { ok: false; reason: "not-found" | "nothing-asked" }
  /** Another one is being written, which somebody asked for. */
  | { ok: false; reason: "busy"; askedByName: string }
  | { ok: false; reason: "refused"; refusal: OpRefusal };

/** Has the planner model propose changes to a plan as it is on somebody's screen, in answer to its open remarks and findings. */
export async function askForProposal(ports: Pick<Ports, "store" | "now" | "planning" | "models" | "tools">, actor: Actor, wish: ProposalWish): Promise<AskOutcome> {
  const { store, now, planning } = ports;
  const { workflowId, proposalId, revision } = wish;
  const { surroundings } = await currentSurroundings(ports);
  const outcome = await store.transaction(async (records): Promise<AskOutcome> => {
    const isThere = await records.workflows.lock(workflowId);
    const workflow = await records.workflows.find(workflowId);
    const brief = workflow === null ? null : await records.briefs.findVersion(workflow.briefVersionId);
    const shown = isThere ? await records.revisions.find(workflowId, revision) : null;
    if (shown === null || brief === null) return { ok: false, reason: "not-found" };
    const earlier = await records.plans.find(proposalId);
    if (earlier !== null) return earlier.workflowId === workflowId ? { ok: true, proposalId } : { ok: false, reason: "not-found" };
    const open = (await records.proposals.list(workflowId)).find(({ status }) => isPlanOpen(status));
    if (open !== undefined) return { ok: false, reason: "busy", askedByName: open.askedByName };
    const drafted = applied(shown.graph, wish.batches);
    if (!drafted.ok) return { ok: false, reason: "refused", refusal: drafted.refusal };
    const { graph } = drafted;
    const nodeIds = withBodies(wish.nodeIds, graph);
    if (nodeIds.length === 0 && wish.nodeIds.length > 0) return { ok: false, reason: "not-found" };
    const annotations = (await records.annotations.list(workflowId)).filter(({ resolved }) => resolved === null);
    const findings = [...runPreflight(graph, brief.content, surroundings).findings, ...standingOpinions(await opinionsOn(records, shown.id), shown.graph, graph)];
    const points = pointsOf({ annotations, findings, nodeIds, graph, wish: wish.wish.trim() });
    if (points.length === 0) return { ok: false, reason: "nothing-asked" };
    const at = now();
    await records.plans.create({ id: proposalId, workflowId, now: at });
    await records.proposals.create({
      planId: proposalId,
      revision,
      base: graph,
      nodeIds,
      points: points.slice(0, mostPoints),
      leftOut: Math.max(0, points.length - mostPoints),
      askedById: actor.id,
      askedByName: actor.name,
    });
    await records.workflowNews.append(workflowId, { type: "proposal", proposalId, change: "asked", by: actor.name }, at);
    await records.auditLog.append(
      {
        actorId: actor.id,
        actorName: actor.name,
        action: "proposal-ask",
        targetType: "proposal",
        targetId: proposalId,
        summary: `Asked for changes to revision ${revision}`,
        beforeDigest: shown.digest,
        afterDigest: null,
      },
      at,
    );
    return { ok: true, proposalId };
  });
  if (outcome.ok) await planning.enqueue(proposalId);
  return outcome;
}

function applied(shown: Graph, batches: readonly Op[][]) {
  let graph = shown;
  for (const batch of batches) {
    const outcome = applyOps(graph, batch);
    if (!outcome.ok) return outcome;
    graph = outcome.graph;
  }
  return { ok: true as const, graph };
}

/** Nodes that are there, with what is in them. */
function withBodies(wanted: readonly string[], { nodes }: Graph): string[] {
  const own = new Set(nodes.flatMap(({ id }) => (wanted.includes(id) ? [id] : [])));
  for (let size = -1; size !== own.size; ) {
    size = own.size;
    for (const { id, parent } of nodes) if (parent !== undefined && own.has(parent)) own.add(id);
  }
  return [...own];
}

interface Asked {
  annotations: readonly Annotation[];
  findings: readonly Finding[];
  nodeIds: readonly string[];
  graph: Graph;
  wish: string;
}

/** What is to be answered: a wish first, then remarks, then errors and warnings; of a part, only what is about it. */
function pointsOf({ annotations, findings, nodeIds, graph, wish }: Asked): Point[] {
  const part = new Set(nodeIds);
  const lines = new Map(graph.edges.map(({ id, from, to }) => [id, [from, to]]));
  const isOn = (ids: readonly (string | null)[]) => part.size === 0 || ids.some((id) => id !== null && part.has(id));
  const remarks = annotations.filter(({ target }) => isOn([nodeOfTarget(target), ...(target.type === "edge" ? (lines.get(target.id) ?? []) : [])]));
  const rank = { error: 0, warning: 1, note: 2 };
  const reported = findings.filter(({ severity, target }) => severity !== "note" && isOn(target.type === "node" ? [target.id] : target.type === "edge" ? (lines.get(target.id) ?? []) : []));
  return [
    ...(wish === "" && nodeIds.length === 0 ? [] : [{ type: "wish", ref: "w1", nodeIds: [...nodeIds], text: wish } satisfies Point]),
    ...remarks.map(({ id, target, targetName, remarks: said }, index): Point => ({
      type: "remark",
      ref: `a${index + 1}`,
      annotationId: id,
      target,
      targetName,
      said: standingRemarks(said).map(({ byName, text }) => ({ by: byName, text })),
    })),
    ...reported
      .toSorted((one, other) => rank[one.severity] - rank[other.severity])
      .map(({ ruleId, severity, target, message, why, fixes }, index): Point => ({ type: "finding", ref: `f${index + 1}`, ruleId, severity, on: nameOfTarget(target), message, why, fixes })),
  ];
}
