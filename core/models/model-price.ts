import { z } from "zod";
import { lineSchema } from "../text/text-schema.ts";
import type { TokenUsage } from "./model-call.ts";

/** A million dollars for a million tokens: nothing costs that, and sums stay exact. */
const amount = z.number().int().nonnegative().max(1_000_000_000_000);

/** What a million tokens cost, in micro-USD. Where a provider has no price of its own for cached ones, it is null and that of the input counts. */
export const modelPriceSchema = z.strictObject({
  inputMicroUsd: amount,
  cachedInputMicroUsd: amount.nullable(),
  cacheWriteMicroUsd: amount.nullable(),
  outputMicroUsd: amount,
  /** The day on which somebody looked it up, and where. */
  asOf: z.iso.date(),
  source: lineSchema({ max: 300 }),
});

export type ModelPrice = z.infer<typeof modelPriceSchema>;

/**
 * What one call cost, by the provider's own count. Reasoning is part of the output and costs the same.
 * @returns micro-USD, rounded up; null where the price isn't known.
 */
export function costOfUsage({ input, output, cachedInput, cacheWrite = 0 }: TokenUsage, price: ModelPrice | null): number | null {
  if (price === null) return null;
  const { inputMicroUsd, cachedInputMicroUsd, cacheWriteMicroUsd, outputMicroUsd } = price;
  const plain = Math.max(0, input - cachedInput - cacheWrite);
  const sum = plain * inputMicroUsd + cachedInput * (cachedInputMicroUsd ?? inputMicroUsd) + cacheWrite * (cacheWriteMicroUsd ?? inputMicroUsd) + output * outputMicroUsd;
  return Math.ceil(sum / 1_000_000);
}

/** The most that a million tokens of any sort can cost: what is reserved by it is never too little. */
export function dearest(price: ModelPrice | null): number | null {
  return price === null ? null : Math.max(price.inputMicroUsd, price.cachedInputMicroUsd ?? 0, price.cacheWriteMicroUsd ?? 0, price.outputMicroUsd);
}
