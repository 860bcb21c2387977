import { foldPlan, unwrittenPlan, type PlanSoFar } from "../../core/workflow/fold-plan.ts";
import type { Records } from "./store.ts";

const pageSize = 500;

/** A plan folded up to the last entry there is, and that entry's sequence, from which the live channel goes on. */
export async function readPlan(records: Pick<Records, "plans" | "planLog">, planId: string): Promise<(PlanSoFar & { sequence: number }) | null> {
  const record = await records.plans.find(planId);
  if (record === null) return null;
  let plan: PlanSoFar = { ...unwrittenPlan, status: record.status, reason: record.reason };
  for (let sequence = 0; ; ) {
    const page = await records.planLog.readAfter(planId, sequence, pageSize);
    for (const { entry } of page) plan = foldPlan(plan, entry);
    sequence = page.at(-1)?.sequence ?? sequence;
    if (page.length < pageSize) return { ...plan, sequence };
  }
}
