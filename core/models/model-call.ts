import { z } from "zod";

const count = z.number().int().nonnegative();

/** Tokens of one model call. `cachedInput`, `cacheWrite` and `reasoning` are parts of `input` and `output`. */
const tokenUsageSchema = z.strictObject({ input: count, output: count, cachedInput: count, reasoning: count, cacheWrite: count.optional() });

export type TokenUsage = z.infer<typeof tokenUsageSchema>;

/** What is kept of a call that brought an answer, of a run or of a planner. Cost in micro-USD, null when the price isn't known. */
export const answeredCall = {
  /** `provider:model`. */
  model: z.string(),
  usage: tokenUsageSchema,
  costMicroUsd: count.nullable(),
  finishReason: z.string(),
  promptVersion: z.string(),
  durationMs: count,
  /** The role's own model, where another took over because that one could not be used. */
  insteadOf: z.string().optional(),
};

/** What is kept of a call that brought none. `usage` is an estimate of what it took, where some of an answer had come; null where none had. */
export const failedCall = {
  model: z.string(),
  code: z.string(),
  message: z.string(),
  usage: tokenUsageSchema.nullable(),
  costMicroUsd: count.nullable(),
  durationMs: count,
  /** Where the same call was made again by itself: after how long. */
  retryInMs: count.optional(),
};
