import type { KnownModelFact } from "../../core/models/model-fact.ts";
import type { ProviderProtocol } from "../../core/models/provider.ts";
import type { Ports } from "./ports.ts";

/** A provider as admins see it: of its key only that there is one. */
export interface ProviderListing {
  name: string;
  protocol: ProviderProtocol;
  baseUrl: string;
  hasKey: boolean;
  isInEnvironment: boolean;
  /** Whether its key was stored under another COUNTERSIGN_SECRET and can't be read. */
  isKeyUnreadable: boolean;
}

/** What admins set up of models, and what the environment holds. */
interface ModelSettings {
  providers: ProviderListing[];
  facts: KnownModelFact[];
}

export async function readModelSettings({ store, models }: Pick<Ports, "store" | "models">): Promise<ModelSettings> {
  const [stored, facts] = await Promise.all([store.modelSettings.listProviders(), store.modelSettings.listFacts()]);
  const own = models.environmentProviders();
  return {
    providers: [
      ...own.map((provider) => ({ ...provider, isInEnvironment: true, isKeyUnreadable: false })),
      ...stored
        .filter(({ name }) => !models.isInEnvironment(name))
        .map(({ name, protocol, baseUrl, sealedKey }) => ({ name, protocol, baseUrl, hasKey: sealedKey !== null, isInEnvironment: false, isKeyUnreadable: sealedKey !== null && !models.isReadable(name, sealedKey) })),
    ],
    facts,
  };
}
