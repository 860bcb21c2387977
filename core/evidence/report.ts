import { z } from "zod";
import { doubtSchema, placedQuoteSchema } from "./claim.ts";

/** How a claim of the report stands on its verdicts. */
export const claimStates = ["supported", "refuted", "not-enough-info", "conflicted", "unverified"] as const;

export type ClaimState = (typeof claimStates)[number];

/** A claim of the report, with the candidate claims it came from. */
const finalClaimSchema = z.strictObject({
  id: z.string(),
  text: z.string(),
  from: z.array(z.string()),
  state: z.enum(claimStates),
  answers: z.array(z.string()),
  doubt: doubtSchema,
  quotes: z.array(placedQuoteSchema),
});

export type FinalClaim = z.infer<typeof finalClaimSchema>;

/** A sentence rests on claims, or is connective and states nothing. */
const sentenceSchema = z.strictObject({ text: z.string(), claimIds: z.array(z.string()), isConnective: z.boolean() });

/** Whether a sentence states something that nothing stands behind. */
export function restsOnNoClaim({ claimIds, isConnective }: z.infer<typeof sentenceSchema>): boolean {
  return !isConnective && claimIds.length === 0;
}

const blockSchema = z.strictObject({
  type: z.enum(["heading", "paragraph", "list-item"]),
  sentences: z.array(sentenceSchema),
});

/** The output of a synthesize step. Nothing it was given gets lost: what the text leaves out is in `leftOut`. */
export const reportSchema = z.strictObject({
  blocks: z.array(blockSchema),
  claims: z.array(finalClaimSchema),
  /** Claims that can't both hold, kept with both sides. */
  conflicts: z.array(z.strictObject({ claimIds: z.array(z.string()).min(2), about: z.string() })),
  /** Candidates that stand in no final claim, and why. */
  leftOut: z.array(z.strictObject({ candidateId: z.string(), reason: z.enum(["merged", "dropped", "refuted", "unverified", "off-topic"]) })),
  /** Requirements, or parts of the question, that no claim answers without a doubt. */
  unanswered: z.array(
    z.strictObject({
      requirementId: z.string().nullable(),
      text: z.string(),
      why: z.string(),
      /** Passages that workers found near it; none of them answers it. */
      closest: z.array(placedQuoteSchema).default([]),
    }),
  ),
});

export type Report = z.infer<typeof reportSchema>;
