import { z } from "zod";
import { modelNameSchema } from "./model-name.ts";
import { modelPriceSchema } from "./model-price.ts";

/** What an admin says of a model that its provider doesn't tell. */
export const modelFactSchema = z.strictObject({
  model: modelNameSchema,
  /** Tokens that it takes in and gives out together. */
  contextTokens: z.number().int().min(1_000).max(100_000_000).nullable(),
  price: modelPriceSchema.nullable(),
});

export type ModelFact = z.infer<typeof modelFactSchema>;

/** With what a test of its connection found: whether it keeps to a form that goes along with a question. */
export type KnownModelFact = ModelFact & { takesForm: boolean };
