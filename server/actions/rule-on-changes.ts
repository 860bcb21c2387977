import type { Actor } from "../../core/access/actor.ts";
import type { Ruling } from "../../core/proposal/proposed-change.ts";
import type { Result } from "../../core/result.ts";
import { isPlanOpen } from "../../core/workflow/plan-status.ts";
import type { Ports } from "./ports.ts";
import { readProposal } from "./read-plan.ts";

export type RulingOutcome = Result<object, "not-found" | "being-written">;

const verbs: Record<Ruling, string> = { accepted: "Accepted", rejected: "Rejected", open: "Reopened" };

/**
 * Records what somebody said of changes of a proposal. What they accepted is in their draft: the plan itself changes when
 * they save that. Saying the same twice changes nothing.
 */
export function ruleOnChanges(
  { store, now }: Pick<Ports, "store" | "now">,
  actor: Actor,
  { proposalId, numbers, said }: { proposalId: string; numbers: readonly number[]; said: Ruling },
): Promise<RulingOutcome> {
  return store.transaction(async (records): Promise<RulingOutcome> => {
    const plan = await records.plans.find(proposalId);
    if (plan === null || !(await records.workflows.lock(plan.workflowId))) return { ok: false, reason: "not-found" };
    const read = await readProposal(records, proposalId);
    if (read === null || numbers.some((number) => number > read.proposal.changes.length)) return { ok: false, reason: "not-found" };
    if (isPlanOpen(read.proposal.status)) return { ok: false, reason: "being-written" };
    const wanted = new Set(numbers);
    const changing = read.proposal.changes.filter(({ number, ruling }) => wanted.has(number) && (ruling?.said ?? "open") !== said).map(({ number }) => number);
    if (changing.length === 0) return { ok: true };
    const at = now();
    await records.planLog.append(proposalId, [{ type: "ruling", numbers: changing, said, byName: actor.name }], at);
    await records.auditLog.append(
      {
        actorId: actor.id,
        actorName: actor.name,
        action: "proposal-rule",
        targetType: "proposal",
        targetId: proposalId,
        summary: `${verbs[said]} ${changing.length === 1 ? "change" : "changes"} ${changing.join(", ")} of a proposal`.slice(0, 300),
        beforeDigest: null,
        afterDigest: null,
      },
      at,
    );
    return { ok: true };
  });
}
