import { modelRoles, type ModelRole } from "../workflow/model-role.ts";
import { fallbackOf, type ModelPlace } from "./model-place.ts";

/** Which model was chosen for which place, as `provider:model`. */
export type ModelChoices = Partial<Record<ModelPlace, string>>;

/** Where the choice of a model comes from; the environment goes before what an admin chose. */
type ChosenBy = "environment" | "setting" | "default";

/** A role with the model that serves it, and the one that takes over. */
export interface ServedRole {
  role: ModelRole;
  /** As `provider:model`. */
  model: string;
  chosenBy: ChosenBy;
  /** `model` null where nothing takes over. */
  fallback: { model: string | null; chosenBy: ChosenBy };
}

interface Choosing {
  environment: ModelChoices;
  settings: ModelChoices;
  available: readonly string[];
  /** Serves roles for which nothing is chosen. */
  usual: string;
}

/** Says which model serves which role, and which takes over. What an admin chose and this version can't speak to counts as not chosen. */
export function servedRoles({ usual, ...choosing }: Choosing): ServedRole[] {
  return modelRoles.map((role) => ({ role, ...chosenFor(role, usual, choosing), fallback: chosenFor(fallbackOf(role), null, choosing) }));
}

function chosenFor<Usual>(place: ModelPlace, usual: Usual, { environment, settings, available }: Omit<Choosing, "usual">): { model: string | Usual; chosenBy: ChosenBy } {
  const [forced, chosen] = [environment[place], settings[place]];
  if (forced !== undefined) return { model: forced, chosenBy: "environment" };
  if (chosen !== undefined && available.includes(chosen)) return { model: chosen, chosenBy: "setting" };
  return { model: usual, chosenBy: "default" };
}

/** The models of all places by their names, as manifests hold them. */
export function modelNames(roles: readonly ServedRole[]): Record<string, string> {
  return Object.fromEntries(roles.flatMap(({ role, model, fallback }) => [[role, model], ...(fallback.model === null ? [] : [[fallbackOf(role), fallback.model]])]));
}
