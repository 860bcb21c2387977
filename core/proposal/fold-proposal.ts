import { applyOps } from "../workflow/apply-op.ts";
import type { Graph } from "../workflow/graph.ts";
import type { Ghost, PlanCall, PlanEntry } from "../workflow/plan-entry.ts";
import type { PlanStatus } from "../workflow/plan-status.ts";
import type { ProposedChange, Unread } from "./proposed-change.ts";

/** A proposal as far as it is written: the same in every browser and on the server. */
export interface Proposal {
  /** The plan with every change in it. */
  graph: Graph;
  changes: readonly ProposedChange[];
  unread: readonly Unread[];
  refused: readonly Extract<PlanEntry, { type: "refusal" }>[];
  calls: readonly PlanCall[];
  /** The node whose change is being written. */
  ghost: Ghost | null;
  status: PlanStatus;
  reason: string | null;
}

/** @param base the plan that changes are proposed to. */
export function unwrittenProposal(base: Graph): Proposal {
  return { graph: base, changes: [], unread: [], refused: [], calls: [], ghost: null, status: "pending", reason: null };
}

/** Adds one entry of a proposal's log. */
export function foldProposal(before: Proposal, entry: PlanEntry): Proposal {
  const proposal = { ...before, ghost: null };
  switch (entry.type) {
    case "change": {
      const outcome = applyOps(proposal.graph, entry.change.ops);
      if (!outcome.ok) {
        const element = JSON.parse(JSON.stringify(entry.change));
        return { ...proposal, refused: [...proposal.refused, { type: "refusal", element, refusal: outcome.refusal }] };
      }
      const change = { ...entry.change, number: proposal.changes.length + 1, ruling: null };
      return { ...proposal, graph: outcome.graph, changes: [...proposal.changes, change] };
    }
    case "unread":
      return { ...proposal, unread: [...proposal.unread, entry.unread] };
    case "ruling": {
      const { numbers, said, byName } = entry;
      const ruling = said === "open" ? null : { said, byName };
      return { ...proposal, changes: proposal.changes.map((change) => (numbers.includes(change.number) ? { ...change, ruling } : change)) };
    }
    case "ghost":
      return { ...proposal, ghost: entry.node };
    case "refusal":
      return { ...proposal, refused: [...proposal.refused, entry] };
    case "model-called":
    case "model-failed":
      return { ...proposal, calls: [...proposal.calls, entry] };
    case "status":
      return { ...proposal, status: entry.status, reason: entry.reason };
    case "op":
    case "opinion":
    case "no-opinion":
      return proposal;
  }
}

/** References of points that nothing was said to. */
export function unansweredOf({ changes, unread }: Pick<Proposal, "changes" | "unread">, refs: readonly string[]): string[] {
  const told = new Set([...changes.flatMap(({ answers }) => answers), ...unread.map((one) => one.unread)]);
  return refs.filter((ref) => !told.has(ref));
}
