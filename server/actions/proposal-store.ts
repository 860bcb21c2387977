import type { ProposalAsk } from "../../core/proposal/proposal-ask.ts";
import type { PlanRecord } from "./workflow-store.ts";

/** A line of a list of proposals. */
type ProposalListing = Pick<PlanRecord, "id" | "status" | "createdAt"> & Pick<ProposalAsk, "revision" | "askedByName">;

export interface ProposalStore {
  create(proposal: ProposalAsk): Promise<void>;
  /** Null for the writing of a plan. */
  find(planId: string): Promise<ProposalAsk | null>;
  /** Newest first. */
  list(workflowId: string): Promise<ProposalListing[]>;
}
