import type { Finding } from "../preflight/finding.ts";
import type { PlanCall, PlanEntry } from "../workflow/plan-entry.ts";
import type { PlanStatus } from "../workflow/plan-status.ts";
import { findingOf } from "./opinion.ts";

/** What a model was asked: its opinion of one revision. */
export interface CritiqueAsk {
  /** The writing's own id. */
  planId: string;
  revisionId: string;
  askedById: string | null;
  askedByName: string;
}

/** A model's opinion of a revision, as far as it is written. */
export interface Critique {
  findings: readonly Finding[];
  /** In the model's words, where it has nothing to add. */
  nothing: string | null;
  refused: readonly Extract<PlanEntry, { type: "refusal" }>[];
  calls: readonly PlanCall[];
  status: PlanStatus;
  reason: string | null;
}

export const unwrittenCritique: Critique = { findings: [], nothing: null, refused: [], calls: [], status: "pending", reason: null };

/** Adds one entry of a critique's log. */
export function foldCritique(critique: Critique, entry: PlanEntry): Critique {
  switch (entry.type) {
    case "opinion":
      return { ...critique, findings: [...critique.findings, findingOf(entry.opinion)] };
    case "no-opinion":
      return { ...critique, nothing: entry.why };
    case "refusal":
      return { ...critique, refused: [...critique.refused, entry] };
    case "model-called":
    case "model-failed":
      return { ...critique, calls: [...critique.calls, entry] };
    case "status":
      return { ...critique, status: entry.status, reason: entry.reason };
    default:
      return critique;
  }
}
