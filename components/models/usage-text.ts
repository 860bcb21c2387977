import type { TokenUsage } from "../../core/models/model-call.ts";

const count = (tokens: number) => tokens.toLocaleString("en");

/** What a call took, with the cached and the reasoning tokens apart: "1,200 tokens in, 900 of them cached, 80 out, 30 of them reasoning". */
export function usageText({ input, output, cachedInput, cacheWrite = 0, reasoning }: TokenUsage): string {
  return [
    `${count(input)} ${input === 1 ? "token" : "tokens"} in`,
    ...(cachedInput === 0 ? [] : [`${count(cachedInput)} of them cached`]),
    ...(cacheWrite === 0 ? [] : [`${count(cacheWrite)} put into the cache`]),
    `${count(output)} out`,
    ...(reasoning === 0 ? [] : [`${count(reasoning)} of them reasoning`]),
  ].join(", ");
}
