import type { ProviderProtocol } from "../../core/models/provider.ts";

export const protocolLabel: Record<ProviderProtocol, string> = {
  anthropic: "Anthropic Messages",
  openai: "OpenAI Responses",
  google: "Google generateContent",
  "openai-compatible": "OpenAI chat completions",
};

/** Why a provider was not changed, and what to do. */
export const providerRefusal = {
  "in-environment": "The environment sets this provider up. Take its variables away first.",
  "not-found": "Somebody has removed it already.",
} as const;
