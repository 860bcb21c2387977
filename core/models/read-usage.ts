import type { TokenUsage } from "./model-call.ts";

/** Usage as the AI SDK hands it on; what a provider doesn't tell is missing. */
interface ToldUsage {
  inputTokens: number | undefined;
  outputTokens: number | undefined;
  inputTokenDetails: { cacheReadTokens: number | undefined; cacheWriteTokens: number | undefined };
  outputTokenDetails: { reasoningTokens: number | undefined };
}

/** The provider's own count of a call's tokens; ours where it gives none. */
export function readUsage({ inputTokens, outputTokens, inputTokenDetails, outputTokenDetails }: ToldUsage, counted: { input: number; output: number }): TokenUsage {
  const cacheWrite = inputTokenDetails.cacheWriteTokens ?? 0;
  return {
    input: inputTokens ?? counted.input,
    output: outputTokens ?? counted.output,
    cachedInput: inputTokenDetails.cacheReadTokens ?? 0,
    reasoning: outputTokenDetails.reasoningTokens ?? 0,
    ...(cacheWrite === 0 ? {} : { cacheWrite }),
  };
}
