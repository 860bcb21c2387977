import type { Policy } from "../../core/review/policy.ts";
import type { Digest } from "../../core/text/digest.ts";

/** A policy as somebody set it. */
export interface PolicyVersionRecord {
  /** Counted from 1; before the first the standard policy holds. */
  number: number;
  content: Policy;
  digest: Digest;
  changedByName: string;
  changedAt: Date;
}

export interface PolicyStore {
  findNewest(): Promise<PolicyVersionRecord | null>;
  /** The newest first. */
  list(limit: number): Promise<PolicyVersionRecord[]>;
  /** The newest, which nobody else changes until the transaction ends. */
  hold(): Promise<PolicyVersionRecord | null>;
  create(version: PolicyVersionRecord & { changedById: string | null }): Promise<void>;
}
