import type { LanguageModelV4, LanguageModelV4CallOptions } from "@ai-sdk/provider";
import type { ProviderAccess, ProviderProtocol } from "../../../core/models/provider.ts";
import { fixedFetch } from "./fixed-fetch.ts";

type ProviderOptions = NonNullable<LanguageModelV4CallOptions["providerOptions"]>;

/**
 * Said with every call. Anthropic keeps what is sent twice only when asked to; OpenAI keeps answers for weeks unless
 * asked not to, and takes a strict form only where nothing in it is optional.
 */
export const callOptionsOf: Record<ProviderProtocol, ProviderOptions> = {
  anthropic: { anthropic: { cacheControl: { type: "ephemeral" } } },
  openai: { openai: { store: false, strictJsonSchema: false } },
  google: {},
  "openai-compatible": {},
};

/** Opens a model of a provider; its package is loaded when it is needed first. */
export async function openProvider({ name, protocol, baseUrl, apiKey }: ProviderAccess, modelId: string): Promise<LanguageModelV4> {
  const settings = { baseURL: baseUrl, apiKey: apiKey ?? "", fetch: fixedFetch(baseUrl) };
  switch (protocol) {
    case "anthropic":
      return (await import("@ai-sdk/anthropic")).createAnthropic(settings)(modelId);
    case "openai":
      return (await import("@ai-sdk/openai")).createOpenAI(settings).responses(modelId);
    case "google":
      return (await import("@ai-sdk/google")).createGoogle(settings)(modelId);
    case "openai-compatible": {
      const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible");
      return createOpenAICompatible({ name, baseURL: baseUrl, fetch: settings.fetch, includeUsage: true, supportsStructuredOutputs: true, ...(apiKey === null ? {} : { apiKey }) })(modelId);
    }
  }
}
