import type { LanguageModelV4 } from "@ai-sdk/provider";
import { ModelFailure, type OnRetry } from "../../core/models/model-failure.ts";
import type { KnownModelFact, ModelFact } from "../../core/models/model-fact.ts";
import { fallbackOf } from "../../core/models/model-place.ts";
import { splitModelName } from "../../core/models/model-name.ts";
import { dearest, type ModelPrice } from "../../core/models/model-price.ts";
import { knownProvider, type ProviderAccess } from "../../core/models/provider.ts";
import type { ModelChoices } from "../../core/models/served-role.ts";
import type { RoleFact, RoleFacts } from "../../core/models/role-fact.ts";
import { modelRoles, type ModelRole } from "../../core/workflow/model-role.ts";
import { deferredModel } from "./deferred-model.ts";
import { createOfflineModel, offlineModelName } from "./offline/offline-model.ts";
import type { Patience, ProviderPauses } from "./wire/patient-model.ts";
import type { Redactor } from "./wire/redactor.ts";

/** What admins set up; the environment wins over it. */
interface StoredModels {
  providers: readonly ProviderAccess[];
  facts: readonly KnownModelFact[];
}

export interface RegistrySettings {
  /** Of the environment. */
  choice: ModelChoices;
  providers: readonly ProviderAccess[];
  stored(): Promise<StoredModels>;
  pauses: ProviderPauses;
  /** Of the offline model. */
  paceMs: number;
  /** Knows the keys of all providers. */
  redactor: Redactor;
  patience?: Partial<Patience> | undefined;
}

/** A model with what is known of it. */
interface KnownModel {
  open(onRetry?: OnRetry): LanguageModelV4;
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

/** A model that can be chosen for a role. */
interface AvailableModel {
  /** As `provider:model`. */
  model: string;
  isOffline: boolean;
}

type ModelNames = Readonly<Record<string, string>>;

interface ModelRegistry {
  /** Every model that is known here: the offline one first, then what the environment names and admins described. */
  available(): Promise<readonly AvailableModel[]>;
  /** Opens a model by its name; nothing is loaded or asked before it is called. */
  open(name: string, onRetry?: OnRetry): LanguageModelV4;
  /** The same as if it were seen already to take a form that it is given, to see whether it does. */
  openInForm(name: string): LanguageModelV4;
  /** @param names as a manifest holds them. */
  serving(role: ModelRole, names: ModelNames): ServingModel;
  /** Reads what admins set up; prices and windows are those of the last time it was read. */
  refresh(): Promise<void>;
  /** What is known of each role's models, as of the last time it was read. */
  facts(names: ModelNames): RoleFacts;
}

const freePrice: ModelPrice = { inputMicroUsd: 0, cachedInputMicroUsd: null, cacheWriteMicroUsd: null, outputMicroUsd: 0, asOf: "2026-01-01", source: "It runs in this process." };

/** Says which model serves which role, and opens it. */
export function createModelRegistry(settings: RegistrySettings): ModelRegistry {
  const { choice, providers, paceMs, stored } = settings;
  const offline = createOfflineModel({ paceMs });
  let facts: readonly ModelFact[] = [];

  const openWith = (name: string, { onRetry, inForm = false }: { onRetry?: OnRetry | undefined; inForm?: boolean }): LanguageModelV4 => {
    if (name === offlineModelName) return offline;
    const { provider, modelId } = splitModelName(name) ?? { provider: name, modelId: "" };
    return deferredModel({ provider, modelId }, async () => {
      const kept = await stored();
      const access = [...providers, ...kept.providers].find((one) => one.name === provider);
      if (access === undefined) throw new ModelFailure("not-configured", notSetUp(provider));
      const { openPatiently } = await import("./wire/open-patiently.ts");
      return openPatiently({ access, modelId, pauses: settings.pauses, patience: settings.patience ?? {}, redactor: settings.redactor, takesForm: inForm || kept.facts.some((fact) => fact.model === name && fact.takesForm), onRetry });
    });
  };
  const open = (name: string, onRetry?: OnRetry) => openWith(name, { onRetry });
  const know = (name: string): KnownModel => {
    if (name === offlineModelName) return { open: () => offline, name, price: freePrice, contextTokens: null, isOffline: true };
    const fact = facts.find(({ model }) => model === name);
    return { open: (onRetry) => open(name, onRetry), name, price: fact?.price ?? null, contextTokens: fact?.contextTokens ?? null, isOffline: false };
  };
  const serving = (role: ModelRole, names: ModelNames): ServingModel => {
    const known = know(names[role] ?? offlineModelName);
    const other = names[fallbackOf(role)];
    const fallback = other === undefined || other === known.name ? null : know(other);
    const prices = [known, ...(fallback === null ? [] : [fallback])].map(({ price }) => dearest(price));
    return { ...known, fallback, microUsdPerMillionTokens: prices.includes(null) ? null : Math.max(...prices.map((price) => price ?? 0)) };
  };

  return {
    async available() {
      const described = (await stored()).facts.map(({ model }) => model);
      const named = [...Object.values(choice), ...described];
      return [...new Set([offlineModelName, ...named])].map((model) => ({ model, isOffline: model === offlineModelName }));
    },
    open,
    openInForm: (name) => (name === offlineModelName ? offline : openWith(name, { inForm: true })),
    serving,
    async refresh() {
      ({ facts } = await stored());
    },
    facts: (names) => Object.fromEntries(modelRoles.map((role) => [role, factOf(serving(role, names))])) as RoleFacts,
  };
}

function factOf({ fallback, ...own }: ServingModel): RoleFact {
  const models = [own, ...(fallback === null ? [] : [fallback])];
  const windows = models.flatMap(({ contextTokens }) => (contextTokens === null ? [] : [contextTokens]));
  const priced = models.flatMap(({ name, price }) => (price === null ? [] : [{ model: name, microUsdPerMillionTokens: dearest(price) ?? 0, asOf: price.asOf, source: price.source }]));
  const [dearer] = priced.toSorted((a, b) => b.microUsdPerMillionTokens - a.microUsdPerMillionTokens);
  return { price: priced.length < models.length ? null : (dearer ?? null), contextTokens: windows.length === 0 ? null : Math.min(...windows) };
}

function notSetUp(provider: string): string {
  return knownProvider(provider) === null
    ? `Nothing says where the provider "${provider}" is: set it up in Settings, Models, or with COUNTERSIGN_PROVIDER_${provider.toUpperCase().replaceAll("-", "_")}_URL.`
    : `There is no key for ${provider}: set it in Settings, Models, or in the environment.`;
}
