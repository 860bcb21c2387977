import { z } from "zod";
import { storedValueSchema } from "./stored-value.ts";

/** Where a part of a message comes from; `name` says which edge, tool or collection. */
const originSchema = z.strictObject({
  kind: z.enum(["prompt", "plan", "brief", "item", "input", "claim", "tool", "model", "limit"]),
  name: z.string(),
});

export type ContextOrigin = z.infer<typeof originSchema>;

/** What one call of a model was sent, part by part (DESIGN.md §1, question 3). Parts are stored once, however often they are sent. */
export const contextReceiptSchema = z.strictObject({
  format: z.literal("countersign/receipt@1"),
  role: z.string(),
  /** `provider:model`. */
  model: z.string(),
  promptVersion: z.string(),
  /** In the order in which they were sent. Tokens by the rule of `core/text/count-tokens.ts`. */
  messages: z.array(
    z.strictObject({
      role: z.enum(["system", "user", "assistant", "tool"]),
      parts: z.array(z.strictObject({ origin: originSchema, tokens: z.number().int().nonnegative(), content: storedValueSchema })),
    }),
  ),
  tools: z.array(z.string()),
  /** What was left out so that the rest fits into the limit. */
  cut: z.array(z.strictObject({ origin: originSchema, what: z.string(), tokens: z.number().int().nonnegative() })),
  tokens: z.number().int().nonnegative(),
  maxTokens: z.number().int().positive().nullable(),
});

export type ContextReceipt = z.infer<typeof contextReceiptSchema>;
