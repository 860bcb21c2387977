import { modelRoles, type ModelRole } from "../workflow/model-role.ts";

/** Which model was chosen for which role, as `provider:model`. */
export type ModelChoices = Partial<Record<ModelRole, string>>;

/** Where the choice of a role's model comes from; the environment goes before what an admin chose. */
type ChosenBy = "environment" | "setting" | "default";

/** A role with the model that serves it. */
export interface ServedRole {
  role: ModelRole;
  /** As `provider:model`. */
  model: string;
  chosenBy: ChosenBy;
}

/** Says which model serves which role. What an admin chose and this version can't speak to counts as not chosen. */
export function servedRoles({ environment, settings, available, usual }: {
  environment: ModelChoices;
  settings: ModelChoices;
  available: readonly string[];
  /** Serves roles for which nothing is chosen. */
  usual: string;
}): ServedRole[] {
  return modelRoles.map((role) => {
    const [forced, chosen] = [environment[role], settings[role]];
    if (forced !== undefined) return { role, model: forced, chosenBy: "environment" };
    if (chosen !== undefined && available.includes(chosen)) return { role, model: chosen, chosenBy: "setting" };
    return { role, model: usual, chosenBy: "default" };
  });
}
