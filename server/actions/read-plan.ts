import { foldPlan, unwrittenPlan, type PlanSoFar } from "../../core/workflow/fold-plan.ts";
import { foldCritique, unwrittenCritique, type Critique, type CritiqueAsk } from "../../core/critique/critique.ts";
import { foldProposal, unwrittenProposal, type Proposal } from "../../core/proposal/fold-proposal.ts";
import type { ProposalAsk } from "../../core/proposal/proposal-ask.ts";
import type { Finding } from "../../core/preflight/finding.ts";
import type { PlanEntry } from "../../core/workflow/plan-entry.ts";
import type { Records } from "./store.ts";

const pageSize = 500;

type Stores = Pick<Records, "plans" | "planLog">;

/** A plan folded up to the last entry there is, and that entry's sequence, from which the live channel goes on. */
export async function readPlan(records: Stores, planId: string): Promise<(PlanSoFar & { sequence: number }) | null> {
  const record = await records.plans.find(planId);
  if (record === null) return null;
  const { folded, sequence } = await foldLog(records, planId, { ...unwrittenPlan, status: record.status, reason: record.reason }, foldPlan);
  return { ...folded, sequence };
}

/** A proposal as far as it is written, with what was asked and when. */
export interface ReadProposal {
  workflowId: string;
  createdAt: Date;
  asked: ProposalAsk;
  proposal: Proposal;
  /** Of its last entry. */
  sequence: number;
}

/** A proposal folded up to the last entry there is; null when there is none of that id. */
export async function readProposal(records: Stores & Pick<Records, "proposals">, planId: string): Promise<ReadProposal | null> {
  const [record, asked] = [await records.plans.find(planId), await records.proposals.find(planId)];
  if (record === null || asked === null) return null;
  const { workflowId, createdAt, status, reason } = record;
  const { folded, sequence } = await foldLog(records, planId, { ...unwrittenProposal(asked.base), status, reason }, foldProposal);
  return { workflowId, createdAt, asked, proposal: folded, sequence };
}

/** What a critic was asked and wrote; null when nothing of that id was asked of one. */
export async function readCritique(records: Stores & Pick<Records, "critiques">, planId: string): Promise<{ asked: CritiqueAsk; critique: Critique; createdAt: Date; sequence: number } | null> {
  const [record, asked] = [await records.plans.find(planId), await records.critiques.find(planId)];
  if (record === null || asked === null) return null;
  const { createdAt, status, reason } = record;
  const { folded, sequence } = await foldLog(records, planId, { ...unwrittenCritique, status, reason }, foldCritique);
  return { asked, critique: folded, createdAt, sequence };
}

/**
 * What a model thinks of a revision: part of what is decided on.
 * @param by what was whole by then; null for what is whole now.
 */
export async function opinionsOn(records: Stores & Pick<Records, "critiques">, revisionId: string, by: Date | null = null): Promise<readonly Finding[]> {
  const planId = await records.critiques.findFinished(revisionId, by);
  return (planId === null ? null : await readCritique(records, planId))?.critique.findings ?? [];
}

async function foldLog<Folded>({ planLog }: Stores, planId: string, start: Folded, fold: (before: Folded, entry: PlanEntry) => Folded): Promise<{ folded: Folded; sequence: number }> {
  let folded = start;
  for (let sequence = 0; ; ) {
    const page = await planLog.readAfter(planId, sequence, pageSize);
    for (const { entry } of page) folded = fold(folded, entry);
    sequence = page.at(-1)?.sequence ?? sequence;
    if (page.length < pageSize) return { folded, sequence };
  }
}
