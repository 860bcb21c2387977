import { z } from "zod";

/** Where a quote stands in its source: offsets in UTF-16 code units of the stored text. */
const placeSchema = z.strictObject({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  /** `normalised`: found after typography and white space were made alike, not letter for letter. */
  match: z.enum(["exact", "normalised"]),
});

/** A passage as a worker quoted it; `place` null when it is not in the source. */
export const placedQuoteSchema = z.strictObject({ sourceId: z.string(), exact: z.string(), place: placeSchema.nullable() });

export type PlacedQuote = z.infer<typeof placedQuoteSchema>;

const stanceSchema = z.enum(["affirms", "denies", "neutral"]);

/** What a worker that answers with claims writes (DESIGN.md §5). */
export const workerAnswerSchema = z.strictObject({
  claims: z
    .array(
      z.strictObject({
        text: z.string().min(1).max(2_000),
        /** Towards what the question asks or supposes. */
        stance: stanceSchema.default("neutral"),
        /** Ids of the requirements it answers; those the node covers when left out. */
        answers: z.array(z.string()).optional(),
        quotes: z.array(z.strictObject({ sourceId: z.string(), exact: z.string().min(1).max(8_000) })).max(20).default([]),
      }),
    )
    .max(200),
  /** What it looked for and did not find, in its own words. */
  missing: z.array(z.string().max(1_000)).max(50).default([]),
});

export type WorkerAnswer = z.infer<typeof workerAnswerSchema>;

/** A worker's claim, its quotes placed. Its id is `<stepId>#<number from 1>`. */
export const candidateClaimSchema = z.strictObject({
  id: z.string(),
  stepId: z.string(),
  /** Title of the work that found it. */
  foundBy: z.string().optional(),
  text: z.string(),
  stance: stanceSchema,
  answers: z.array(z.string()),
  quotes: z.array(placedQuoteSchema),
});

export type CandidateClaim = z.infer<typeof candidateClaimSchema>;

/** The output of an agent step that answers with claims. */
export const claimsOutputSchema = z.strictObject({ claims: z.array(candidateClaimSchema), missing: z.array(z.string()) });

export type ClaimsOutput = z.infer<typeof claimsOutputSchema>;
