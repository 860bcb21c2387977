import type { LanguageModelV4 } from "@ai-sdk/provider";
import { ModelFailure } from "../../core/models/model-failure.ts";
import type { ModelFact } from "../../core/models/model-fact.ts";
import { splitModelName } from "../../core/models/model-name.ts";
import { dearest, type ModelPrice } from "../../core/models/model-price.ts";
import { knownProvider, type ProviderAccess } from "../../core/models/provider.ts";
import { modelRoles, type ModelRole } from "../../core/workflow/model-role.ts";
import { deferredModel } from "./deferred-model.ts";
import { createOfflineModel, offlineModelName } from "./offline/offline-model.ts";
import type { Patience, ProviderPauses } from "./wire/patient-model.ts";

/** What is chosen for roles, as `provider:model`; a role that isn't named is served by the offline model. */
type ModelChoice = Partial<Record<ModelRole, string>>;

/** What admins set up; the environment wins over it. */
interface StoredModels {
  providers: readonly ProviderAccess[];
  facts: readonly ModelFact[];
}

export interface RegistrySettings {
  /** Of the environment. */
  choice: ModelChoice;
  fallbacks: ModelChoice;
  providers: readonly ProviderAccess[];
  stored(): Promise<StoredModels>;
  pauses: ProviderPauses;
  /** Of the offline model. */
  paceMs: number;
  /** What no provider's answer may bring back, besides the keys. */
  secrets: readonly string[];
  patience?: Partial<Patience> | undefined;
}

/** A model with what is known of it. */
interface KnownModel {
  model: LanguageModelV4;
  /** As `provider:model`. */
  name: string;
  price: ModelPrice | null;
  contextTokens: number | null;
  isOffline: boolean;
}

/** The model that serves a role, and the one that takes over. */
interface ServingModel extends KnownModel {
  /** At most; micro-USD, null when not known. */
  microUsdPerMillionTokens: number | null;
  fallback: KnownModel | null;
}

/** One row of the settings page. */
interface ModelListing {
  role: ModelRole;
  /** As `provider:model`. */
  model: string;
  fallback: string | null;
  isOffline: boolean;
}

interface ModelRegistry {
  /** The names of the models of all roles, as manifests hold them. */
  names(): Record<string, string>;
  /** Opens a model by its name; nothing is loaded or asked before it is called. */
  open(name: string): LanguageModelV4;
  /** @param names of an approval; what serves now when left out. */
  serving(role: ModelRole, names?: Readonly<Record<string, string>>): ServingModel;
  list(): ModelListing[];
  /** Reads what admins set up; prices and windows are those of the last time it was read. */
  refresh(): Promise<void>;
  /** Micro-USD for a million tokens of a role's model, at most; null when not known. */
  priceOf(role: string): number | null;
}

const fallbackKey = (role: ModelRole) => `${role} fallback`;
const freePrice: ModelPrice = { inputMicroUsd: 0, cachedInputMicroUsd: null, cacheWriteMicroUsd: null, outputMicroUsd: 0, asOf: "2026-01-01", source: "It runs in this process." };

/** Says which model serves which role, and opens it. */
export function createModelRegistry(settings: RegistrySettings): ModelRegistry {
  const { choice, fallbacks, providers, paceMs, stored } = settings;
  const offline = createOfflineModel({ paceMs });
  let facts: readonly ModelFact[] = [];

  const allProviders = async (): Promise<ProviderAccess[]> => {
    const own = new Set(providers.map(({ name }) => name));
    return [...providers, ...(await stored()).providers.filter(({ name }) => !own.has(name))];
  };
  const open = (name: string): LanguageModelV4 => {
    if (name === offlineModelName) return offline;
    const { provider, modelId } = splitModelName(name) ?? { provider: name, modelId: "" };
    return deferredModel({ provider, modelId }, async () => {
      const known = await allProviders();
      const access = known.find((one) => one.name === provider);
      if (access === undefined) throw new ModelFailure("not-configured", notSetUp(provider));
      const { openPatiently } = await import("./wire/open-patiently.ts");
      return openPatiently({ access, modelId, pauses: settings.pauses, patience: settings.patience ?? {}, secrets: [...settings.secrets, ...known.flatMap(({ apiKey }) => apiKey ?? [])] });
    });
  };
  const know = (name: string): KnownModel => {
    if (name === offlineModelName) return { model: offline, name, price: freePrice, contextTokens: null, isOffline: true };
    const fact = facts.find(({ model }) => model === name);
    return { model: open(name), name, price: fact?.price ?? null, contextTokens: fact?.contextTokens ?? null, isOffline: false };
  };
  const names = () =>
    Object.fromEntries(
      modelRoles.flatMap((role) => {
        const fallback = fallbacks[role];
        return [[role, choice[role] ?? offlineModelName], ...(fallback === undefined ? [] : [[fallbackKey(role), fallback]])];
      }),
    ) as Record<string, string>;
  const serving = (role: ModelRole, approved: Readonly<Record<string, string>> = names()): ServingModel => {
    const known = know(approved[role] ?? offlineModelName);
    const other = approved[fallbackKey(role)];
    const fallback = other === undefined || other === known.name ? null : know(other);
    const prices = [known, ...(fallback === null ? [] : [fallback])].map(({ price }) => dearest(price));
    return { ...known, fallback, microUsdPerMillionTokens: prices.includes(null) ? null : Math.max(...prices.map((price) => price ?? 0)) };
  };

  return {
    names,
    open,
    serving,
    list: () => modelRoles.map((role) => ({ role, model: choice[role] ?? offlineModelName, fallback: fallbacks[role] ?? null, isOffline: (choice[role] ?? offlineModelName) === offlineModelName })),
    async refresh() {
      ({ facts } = await stored());
    },
    priceOf: (role) => {
      const known = modelRoles.find((one) => one === role);
      return known === undefined ? null : serving(known).microUsdPerMillionTokens;
    },
  };
}

function notSetUp(provider: string): string {
  return knownProvider(provider) === null
    ? `Nothing says where the provider "${provider}" is: set it up in Settings, Models, or with COUNTERSIGN_PROVIDER_${provider.toUpperCase().replaceAll("-", "_")}_URL.`
    : `There is no key for ${provider}: set it in Settings, Models, or in the environment.`;
}
