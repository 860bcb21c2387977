import type { z } from "zod";
import type { JsonValue } from "../workflow/json-value.ts";
import { claimsOutputSchema, type CandidateClaim, type Missing } from "./claim.ts";
import { verdictsOutputSchema, type Verdict } from "./verdict.ts";

/** What came in from steps that answer with claims, wherever it stands: inputs, results of maps, bodies of several. */
export interface CollectedClaims {
  /** Each once, in the order in which they came. */
  claims: CandidateClaim[];
  verdicts: Verdict[];
  /** Claims that a verifier took out. */
  dropped: CandidateClaim[];
  missing: Missing[];
}

const mostDepth = 12;

/** Finds the outputs of agents and verifiers in a value. */
export function collectClaims(value: JsonValue): CollectedClaims {
  const claims = new Map<string, CandidateClaim>();
  const dropped = new Map<string, CandidateClaim>();
  const verdicts = new Map<string, Verdict>();
  const missing = new Map<string, Missing>();
  const add = (list: Map<string, CandidateClaim>, found: readonly CandidateClaim[]) => {
    for (const claim of found) if (!list.has(claim.id)) list.set(claim.id, claim);
  };
  const visit = (one: JsonValue, depth: number) => {
    if (typeof one !== "object" || one === null || depth > mostDepth) return;
    const ruled = outputOf(one, verdictsOutputSchema);
    const output = ruled ?? outputOf(one, claimsOutputSchema);
    if (output === null) {
      for (const inner of Object.values(one)) visit(inner, depth + 1);
      return;
    }
    add(claims, output.claims);
    for (const looked of output.missing) missing.set(JSON.stringify(looked), looked);
    add(dropped, ruled?.dropped ?? []);
    for (const verdict of ruled?.verdicts ?? []) verdicts.set(`${verdict.claimId} ${verdict.stepId} ${verdict.vote}`, verdict);
  };
  visit(value, 0);
  return { claims: [...claims.values()], verdicts: [...verdicts.values()], dropped: [...dropped.values()], missing: [...missing.values()] };
}

/** The schemas are strict: only what such a step put out has their form. */
function outputOf<Output>(value: object, schema: z.ZodType<Output>): Output | null {
  return "claims" in value ? (schema.safeParse(value).data ?? null) : null;
}
