import type { LanguageModelV4 } from "@ai-sdk/provider";

/** A model that is opened when it is called: a process that calls none loads no provider's package. */
export function deferredModel({ provider, modelId }: { provider: string; modelId: string }, open: () => Promise<LanguageModelV4>): LanguageModelV4 {
  return {
    specificationVersion: "v4",
    provider,
    modelId,
    supportedUrls: {},
    doGenerate: async (options) => (await open()).doGenerate(options),
    doStream: async (options) => (await open()).doStream(options),
  };
}
