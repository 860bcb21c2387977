import { system } from "../../core/access/actor.ts";
import { failureAdvice, ModelFailure } from "../../core/models/model-failure.ts";
import { opsPlantedFor } from "./example-briefs.ts";
import { breakOffPlan, finishCritique, finishPlan, finishProposal } from "./end-plan.ts";
import { currentSurroundings } from "./examine-revision.ts";
import type { Ports } from "./ports.ts";
import { readCritique, readPlan, readProposal } from "./read-plan.ts";
import { runPreflight } from "../../core/preflight/preflight.ts";
import type { PlanEntry } from "../../core/workflow/plan-entry.ts";
import type { PlanRecord } from "./workflow-store.ts";

type RunPorts = Pick<Ports, "store" | "now" | "planner" | "models" | "tools">;

/**
 * Writes a plan, a proposal or a critique that waits to be written, from where its log ends, and records how that ended. Does nothing when the
 * plan no longer waits: somebody canceled it, or another worker has it.
 * @param signal stops the writing; the plan is then left as it is.
 */
export async function runPlan(ports: RunPorts, planId: string, signal: AbortSignal): Promise<void> {
  const begun = await beginPlan(ports, planId);
  if (begun === null) return;
  try {
    const { carryOut, end } = writings[begun.writes];
    if ((await carryOut(ports, begun, signal)) === "written") await end(ports, planId);
  } catch (error) {
    if (signal.aborted) return;
    console.error(`Writing plan ${planId} failed:`, error);
    await breakOffPlan(ports, planId, { to: "failed", reason: `The model could not write on: ${sentenceOf(error)}` });
  }
}

const interruptions = {
  gone: "The worker that wrote it ended unexpectedly.",
  leaving: "The worker that wrote it was stopped.",
} as const;

/** Records that nobody writes a plan any more; what is written stays, to be resumed or kept. */
export async function interruptPlan(ports: Pick<Ports, "store" | "now">, planId: string, worker: keyof typeof interruptions): Promise<void> {
  await breakOffPlan(ports, planId, { to: "interrupted", reason: interruptions[worker] });
}

interface Begun {
  planId: string;
  workflowId: string;
  writes: PlanRecord["writes"];
}

const writings = {
  plan: { carryOut: write, end: finish },
  proposal: { carryOut: propose, end: (ports, planId) => finishProposal(ports, system, planId) },
  critique: { carryOut: criticize, end: (ports, planId) => finishCritique(ports, system, planId) },
} satisfies Record<PlanRecord["writes"], { carryOut: (ports: RunPorts, begun: Begun, signal: AbortSignal) => Promise<unknown>; end: (ports: RunPorts, planId: string) => Promise<unknown> }>;

async function beginPlan({ store, now }: Pick<Ports, "store" | "now">, planId: string): Promise<Begun | null> {
  return store.transaction(async (records) => {
    const change = { from: ["pending"], to: "writing", reason: null, endedAt: null } as const;
    if (!(await records.plans.changeStatus(planId, change))) return null;
    await records.planLog.append(planId, [{ type: "status", status: "writing", reason: null }], now());
    const plan = await records.plans.find(planId);
    return plan === null ? null : { planId, workflowId: plan.workflowId, writes: plan.writes };
  });
}

async function write(ports: RunPorts, begun: Begun, signal: AbortSignal) {
  const { store, planner } = ports;
  const { content, ...granted } = await findGranted(ports, begun.workflowId);
  const written = await readPlan(store, begun.planId);
  if (written === null) throw new Error("The plan is missing.");
  const { graph } = written;
  const known = new Set(graph.nodes.map(({ id }) => id));
  const planted = opsPlantedFor(content);
  return planner.write({
    brief: content,
    ...granted,
    written: graph,
    extraOps: planted.some((op) => op.op === "node-add" && known.has(op.node.id)) ? [] : planted,
    append: appending(ports, begun.planId, written.sequence),
    signal,
  });
}

async function propose(ports: RunPorts, { planId, workflowId }: Begun, signal: AbortSignal) {
  const { content, ...granted } = await findGranted(ports, workflowId);
  const read = await readProposal(ports.store, planId);
  if (read === null) throw new Error("What was asked is missing.");
  const { asked, proposal, sequence } = read;
  return ports.planner.propose({ brief: content, ...granted, asked, written: proposal, append: appending(ports, planId, sequence), signal });
}

async function criticize(ports: RunPorts, { planId, workflowId }: Begun, signal: AbortSignal) {
  const { store, planner } = ports;
  const { content, ...granted } = await findGranted(ports, workflowId);
  const read = await readCritique(store, planId);
  const revision = read === null ? null : await store.revisions.findById(read.asked.revisionId);
  if (read === null || revision === null) throw new Error("What was asked is missing.");
  const { surroundings } = await currentSurroundings(ports);
  const { findings } = runPreflight(revision.graph, content, surroundings);
  return planner.criticize({ brief: content, ...granted, graph: revision.graph, findings, written: read.critique, append: appending(ports, planId, read.sequence), signal });
}

/** A workflow's brief, and what that grants of what there is. */
async function findGranted(ports: RunPorts, workflowId: string) {
  const { store } = ports;
  const workflow = await store.workflows.find(workflowId);
  const version = workflow === null ? null : await store.briefs.findVersion(workflow.briefVersionId);
  if (version === null) throw new Error("Its brief is missing.");
  const { scope } = version.content;
  const granted = new Set(scope.collections);
  const tools = (await ports.tools.descriptors()).filter(({ name }) => scope.tools.includes(name));
  const collections = (await store.collections.list()).filter(({ name }) => granted.has(name));
  return {
    content: version.content,
    tools: tools.map(({ name, description, effects }) => ({ name, description, effects })),
    collections: collections.map(({ name, documentCount }) => ({ name, documentCount })),
  };
}

/** Adds to a plan's log from an entry on; false once it is no longer to be written. */
function appending(ports: Pick<Ports, "store" | "now">, planId: string, after: number) {
  let last = after;
  return async (entries: readonly PlanEntry[]) => {
    const end = await appendEntries(ports, planId, last, entries);
    last = end ?? last;
    return end !== null;
  };
}

/**
 * Adds to a plan's log what follows `after`.
 * @returns the last sequence; null when the plan is no longer written, or somebody else wrote on meanwhile.
 */
async function appendEntries({ store, now }: Pick<Ports, "store" | "now">, planId: string, after: number, entries: readonly PlanEntry[]): Promise<number | null> {
  return store.transaction(async (records) => {
    // Changing nothing locks the row: whoever ends the plan waits, or was first.
    if (!(await records.plans.changeStatus(planId, { from: ["writing"], to: "writing", reason: null, endedAt: null }))) return null;
    if ((await records.planLog.readAfter(planId, after, 1)).length > 0) return null;
    return records.planLog.append(planId, entries, now());
  });
}

async function finish(ports: Pick<Ports, "store" | "now">, planId: string): Promise<void> {
  const outcome = await finishPlan(ports, system, planId);
  if (!outcome.ok && outcome.reason === "empty") await breakOffPlan(ports, planId, { to: "failed", reason: "The model wrote no step." });
}

function sentenceOf(error: unknown): string {
  if (error instanceof ModelFailure) return `${error.message} ${failureAdvice[error.code]}`;
  const message = error instanceof Error ? error.message : String(error);
  return message.length > 300 ? `${message.slice(0, 300)}…` : message;
}
