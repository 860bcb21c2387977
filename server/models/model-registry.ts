import type { LanguageModelV4 } from "@ai-sdk/provider";
import type { ModelChoices } from "../../core/models/served-role.ts";
import { modelRoles, type ModelRole } from "../../core/workflow/model-role.ts";
import { createOfflineModel, offlineModelName } from "./offline/offline-model.ts";

/** A model that can be chosen for a role. */
interface AvailableModel {
  /** As `provider:model`. */
  model: string;
  isOffline: boolean;
}

export interface ModelRegistry {
  /** Every model that this version can speak to here; the first is the usual one. */
  available: readonly [AvailableModel, ...AvailableModel[]];
  languageModel(role: ModelRole): LanguageModelV4;
  /** Micro-USD for a million tokens of a role's model; null when not known. */
  priceOf(role: string): number | null;
}

/**
 * Knows the models that can be spoken to.
 * @param environment what the environment chooses for roles.
 * @param paceMs of the offline model.
 * @throws Error with one sentence when the environment names what this version can't speak to.
 */
export function createModelRegistry({ environment, paceMs }: { environment: ModelChoices; paceMs: number }): ModelRegistry {
  for (const role of modelRoles) {
    const chosen = environment[role];
    if (chosen !== undefined && chosen !== offlineModelName) throw new Error(refusalOf(role, chosen));
  }
  const offline = createOfflineModel({ paceMs });
  return {
    available: [{ model: offlineModelName, isOffline: true }],
    // Whatever is chosen is available, and there is one to choose.
    languageModel: () => offline,
    priceOf: () => 0,
  };
}

function refusalOf(role: ModelRole, chosen: string): string {
  const variable = `COUNTERSIGN_MODEL_${role.toUpperCase()}`;
  return `${variable} asks for "${chosen}", and this version of Countersign speaks to the offline model only: set it to ${offlineModelName}, or take it away.`;
}
