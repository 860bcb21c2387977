import { modelRoles, type ModelRole } from "../workflow/model-role.ts";

/** What a model is chosen for: to serve a role, or to take over from the model that does. */
export type ModelPlace = ModelRole | `${ModelRole} fallback`;

/** The place of the model that takes over for a role; manifests and settings name it so. */
export function fallbackOf<Role extends ModelRole>(role: Role): `${Role} fallback` {
  return `${role} fallback`;
}

export const modelPlaces: readonly ModelPlace[] = modelRoles.flatMap((role) => [role, fallbackOf(role)]);

/** The environment variable that chooses the model of a place. */
export function modelVariable(place: ModelPlace): string {
  return `COUNTERSIGN_MODEL_${place.toUpperCase().replace(" ", "_")}`;
}
