import { z } from "zod";
import { candidateClaimSchema, missingSchema } from "./claim.ts";

/** What one verifier ruled on one claim, and on what it looked. */
export const verdictSchema = z.strictObject({
  claimId: z.string(),
  verdict: z.enum(["supported", "refuted", "not-enough-info"]),
  /** `text-check`: a program compared texts; never shown as equal to a model's or a person's (VERIFICATION.md). */
  method: z.enum(["model", "text-check", "person"]),
  /** The step that ruled, and which of its votes. */
  stepId: z.string(),
  vote: z.number().int().positive(),
  /** `provider:model`. */
  verifier: z.string(),
  reason: z.string(),
  /** The texts that the verifier was given for this claim, by source. */
  saw: z.array(z.strictObject({ sourceId: z.string(), start: z.number().int(), end: z.number().int() })),
});

export type Verdict = z.infer<typeof verdictSchema>;

/** The output of a verify step: every claim it was given and every ruling; what `onRefuted: drop` took out is named. */
export const verdictsOutputSchema = z.strictObject({
  claims: z.array(candidateClaimSchema),
  verdicts: z.array(verdictSchema),
  dropped: z.array(candidateClaimSchema),
  missing: z.array(missingSchema),
});
