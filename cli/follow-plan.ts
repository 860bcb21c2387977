import { foldPlan, unwrittenPlan, type PlanSoFar } from "../core/workflow/fold-plan.ts";
import { planEntrySchema, type PlanEntry } from "../core/workflow/plan-entry.ts";
import { isPlanOpen } from "../core/workflow/plan-status.ts";
import type { Services } from "../server/services.ts";
import { printable } from "./printable.ts";
import { CommandRefusal } from "./refusal.ts";

/**
 * Follows the log of a plan until nothing more is written, telling each element as it comes.
 * @throws CommandRefusal when the database goes away; the plan is written without us.
 */
export async function followPlan(services: Services, planId: string, tell: (line: string) => void): Promise<PlanSoFar> {
  const { signal } = new AbortController();
  const log = await services.live.subscribe(new Map([[`plan:${planId}`, 0]]), signal);
  let plan = unwrittenPlan;
  for (;;) {
    const news = await log.next(signal);
    if (news === null) throw new CommandRefusal("The database went away while the plan was written; Countersign goes on with it, or marks it interrupted, when it is back.");
    for (const { data } of news.entries) {
      const entry = planEntrySchema.parse(data);
      plan = foldPlan(plan, entry);
      const line = lineOf(entry);
      if (line !== null) tell(line);
      if (entry.type === "status" && !isPlanOpen(entry.status)) return plan;
    }
  }
}

/** What a person reads of an element; null for what needs no line of its own, such as the connections. */
function lineOf(entry: PlanEntry): string | null {
  if (entry.type === "refusal") return `  refused      ${printable(entry.refusal.message)}`;
  if (entry.type === "model-failed") return `  ${entry.retryInMs === undefined ? "no answer " : "try failed"}   ${printable(entry.message)}`;
  if (entry.type !== "op") return null;
  const { op } = entry;
  if (op.op === "node-add") return `${op.node.parent === undefined ? "" : "  "}  ${op.node.kind.padEnd(12)} ${printable(op.node.title)}`;
  if (op.op === "plan-update") {
    const title = op.changes.find(({ path }) => path.join(".") === "title")?.value;
    return typeof title === "string" ? `  plan         ${printable(title)}` : null;
  }
  return null;
}
