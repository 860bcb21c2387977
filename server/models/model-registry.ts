import type { LanguageModelV4 } from "@ai-sdk/provider";
import { modelRoles, type ModelRole } from "../../core/workflow/model-role.ts";
import { createOfflineModel, offlineModelName } from "./offline/offline-model.ts";

/** What is chosen for roles, as `provider:model`; a role that isn't named is served by the offline model. */
export type ModelChoice = Partial<Record<ModelRole, string>>;

/** One row of the settings page. */
interface ModelListing {
  role: ModelRole;
  /** As `provider:model`. */
  model: string;
  isOffline: boolean;
}

export interface ModelRegistry {
  languageModel(role: ModelRole): LanguageModelV4;
  list(): ModelListing[];
  /** Micro-USD for a million tokens of a role's model; null when not known. */
  priceOf(role: string): number | null;
}

/**
 * Says which model serves which role.
 * @param paceMs of the offline model.
 * @throws Error with one sentence when a choice names what this version can't speak to.
 */
export function createModelRegistry({ choice, paceMs }: { choice: ModelChoice; paceMs: number }): ModelRegistry {
  for (const role of modelRoles) {
    const chosen = choice[role];
    if (chosen !== undefined && chosen !== offlineModelName) throw new Error(refusalOf(role, chosen));
  }
  const offline = createOfflineModel({ paceMs });
  return {
    languageModel: () => offline,
    list: () => modelRoles.map((role) => ({ role, model: offlineModelName, isOffline: true })),
    priceOf: () => 0,
  };
}

function refusalOf(role: ModelRole, chosen: string): string {
  const variable = `COUNTERSIGN_MODEL_${role.toUpperCase()}`;
  return `${variable} asks for "${chosen}", and this version of Countersign speaks to the offline model only: set it to ${offlineModelName}, or take it away.`;
}
