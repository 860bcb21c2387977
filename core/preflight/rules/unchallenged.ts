import { found, notRun, type Rule } from "../rule.ts";

/** A check of which nobody knows whether it would notice anything. */
export const unchallenged: Rule = {
  id: "verify/unchallenged",
  severity: "note",
  reads: "structure",
  why: "A check that never refuted anything may be a good one before good claims, or one that lets everything pass.",
  examine: ({ graph }) => (graph.nodes.some(({ kind }) => kind === "verify") ? notRun("no challenge was put to a check here so far") : found([])),
};
