import { z } from "zod";
import { lineSchema } from "../text/text-schema.ts";

/** The protocols that are spoken; `openai` is the Responses protocol, `openai-compatible` chat completions. */
export const providerProtocols = ["anthropic", "openai", "google", "openai-compatible"] as const;

export type ProviderProtocol = (typeof providerProtocols)[number];

/** Providers with a name and an address of their own; every other name is one that somebody gave. */
export const knownProviders = {
  anthropic: { protocol: "anthropic", baseUrl: "https://api.anthropic.com/v1" },
  openai: { protocol: "openai", baseUrl: "https://api.openai.com/v1" },
  google: { protocol: "google", baseUrl: "https://generativelanguage.googleapis.com/v1beta" },
} as const satisfies Record<string, { protocol: ProviderProtocol; baseUrl: string }>;

/** In front of the colon of `provider:model`. */
export const providerNameSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, "A provider’s name is of small letters, digits and hyphens, 40 at most.")
  .refine((name) => name !== "offline", "“offline” names the offline model.");

/** An address that requests go to; only an admin or the environment says one, so it may be a private one. */
export const baseUrlSchema = lineSchema({ max: 500 })
  .pipe(z.url({ protocol: /^https?$/, error: "An address like http://127.0.0.1:11434/v1." }))
  .refine((text) => {
    const { username, password, search, hash } = new URL(text);
    return username === "" && password === "" && search === "" && hash === "";
  }, "An address without a name, a password, a ? or a #: the key has its own field.")
  .transform((text) => text.replace(/\/+$/, ""));

/** Where a name leads when nobody says otherwise. */
export function knownProvider(name: string): { protocol: ProviderProtocol; baseUrl: string } | null {
  return Object.entries(knownProviders).find(([known]) => known === name)?.[1] ?? null;
}

/** How one provider is reached. Holds its key: it stays on the server. */
export interface ProviderAccess {
  /** In front of the colon of `provider:model`. */
  name: string;
  protocol: ProviderProtocol;
  baseUrl: string;
  apiKey: string | null;
}
