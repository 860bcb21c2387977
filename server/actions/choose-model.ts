import type { Actor } from "../../core/access/actor.ts";
import { servedRoles, type ServedRole } from "../../core/models/served-role.ts";
import type { Result } from "../../core/result.ts";
import type { ModelRole } from "../../core/workflow/model-role.ts";
import type { Ports } from "./ports.ts";
import type { ModelChoiceRecord } from "./store.ts";

/** A role as the settings page shows it. */
export type ModelListing = ServedRole & {
  isOffline: boolean;
  /** What an admin chose, also while the environment goes before it; null when nobody chose. */
  setting: Omit<ModelChoiceRecord, "role"> | null;
};

/** Says which model serves each role, and who chose it. */
export async function listModels({ store, models }: Pick<Ports, "store" | "models">): Promise<ModelListing[]> {
  const [chosen, known] = await Promise.all([store.modelChoices.list(), models.available()]);
  const settings = Object.fromEntries(chosen.map(({ role, model }) => [role, model]));
  const available = known.map(({ model }) => model);
  return servedRoles({ environment: models.environment, settings, available, usual: models.usual }).map((served) => {
    const { role: _, ...setting } = chosen.find(({ role }) => role === served.role) ?? { role: null };
    return {
      ...served,
      isOffline: known.some(({ model, isOffline }) => isOffline && model === served.model),
      setting: "model" in setting ? setting : null,
    };
  });
}

/**
 * Chooses the model of a role for this installation. What was approved with another model has to be decided on again: the
 * models of all roles stand in the manifest.
 * @param model as `provider:model`; null takes the choice back.
 */
export async function chooseModel(
  { store, now, models }: Pick<Ports, "store" | "now" | "models">,
  actor: Actor,
  { role, model }: { role: ModelRole; model: string | null },
): Promise<Result<object, "not-available" | "set-by-environment">> {
  const at = now();
  const available = await models.available();
  return store.transaction(async ({ modelChoices, auditLog }) => {
    if (models.environment[role] !== undefined) return { ok: false, reason: "set-by-environment" };
    if (model !== null && !available.some((one) => one.model === model)) return { ok: false, reason: "not-available" };
    const before = await modelChoices.hold(role);
    if ((before?.model ?? null) === model) return { ok: true };
    if (model === null) await modelChoices.remove(role);
    else await modelChoices.put({ role, model, chosenByName: actor.name, chosenAt: at });
    await auditLog.append(
      {
        actorId: actor.id,
        actorName: actor.name,
        action: "model-choose",
        targetType: "model-role",
        targetId: role,
        summary: model === null ? `Took back the choice of ${before?.model} for the ${role} role` : `Chose ${model} for the ${role} role`,
        beforeDigest: null,
        afterDigest: null,
      },
      at,
    );
    return { ok: true };
  });
}
