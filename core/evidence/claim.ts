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

/** A passage as a worker copies it from a source. */
const writtenQuoteSchema = z.strictObject({ sourceId: z.string(), exact: z.string().min(1).max(8_000) });

export type WrittenQuote = z.infer<typeof writtenQuoteSchema>;

const stanceSchema = z.enum(["affirms", "denies", "neutral"]);

/** Why a claim may not answer what was asked, however well its quotes carry it; empty where it does. */
export const doubtSchema = z.string().max(500).default("");

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
        doubt: doubtSchema,
        quotes: z.array(writtenQuoteSchema).max(20).default([]),
      }),
    )
    .max(200),
  /** What it looked for and did not find. */
  missing: z
    .array(
      z.strictObject({
        /** What was asked. */
        text: z.string().min(1).max(1_000),
        /** How it was looked for. */
        why: z.string().max(1_000).default(""),
        /** Ids of the requirements that it leaves open. */
        answers: z.array(z.string()).default([]),
        /** Passages that come near and don't answer it. */
        closest: z.array(writtenQuoteSchema).max(5).default([]),
      }),
    )
    .max(50)
    .default([]),
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
  doubt: doubtSchema,
  quotes: z.array(placedQuoteSchema),
});

export type CandidateClaim = z.infer<typeof candidateClaimSchema>;

const placedMissingSchema = z.strictObject({
  text: z.string(),
  why: z.string(),
  answers: z.array(z.string()),
  /** Those that are in their source. */
  closest: z.array(placedQuoteSchema),
});

/** What a worker looked for and did not find, with the passages that come closest. */
export type Missing = z.infer<typeof placedMissingSchema>;

/** Results that were stored before passages were kept with it hold its text alone. */
export const missingSchema = z.union([placedMissingSchema, z.string().transform((text): Missing => ({ text, why: "", answers: [], closest: [] }))]);

/** The output of an agent step that answers with claims. */
export const claimsOutputSchema = z.strictObject({ claims: z.array(candidateClaimSchema), missing: z.array(missingSchema) });

export type ClaimsOutput = z.infer<typeof claimsOutputSchema>;
