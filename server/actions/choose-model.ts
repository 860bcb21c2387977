import type { Actor } from "../../core/access/actor.ts";
import { servedRoles, type ServedRole } from "../../core/models/served-role.ts";
import { fallbackOf, type ModelPlace } from "../../core/models/model-place.ts";
import type { Result } from "../../core/result.ts";
import type { Ports } from "./ports.ts";
import type { ModelChoiceRecord } from "./store.ts";

/** What an admin chose, also while the environment goes before it; null when nobody chose. */
type ModelSetting = Omit<ModelChoiceRecord, "place"> | null;

/** A role as the settings page shows it. */
export type ModelListing = ServedRole & { isOffline: boolean; setting: ModelSetting; fallback: { setting: ModelSetting } };

/** Says which model serves each role, and who chose it. */
export async function listModels({ store, models }: Pick<Ports, "store" | "models">): Promise<ModelListing[]> {
  const [chosen, known] = await Promise.all([store.modelChoices.list(), models.available()]);
  const settings = Object.fromEntries(chosen.map(({ place, model }) => [place, model]));
  const available = known.map(({ model }) => model);
  const settingOf = (place: ModelPlace): ModelSetting => {
    const { place: _, ...setting } = chosen.find((one) => one.place === place) ?? { place: null };
    return "model" in setting ? setting : null;
  };
  return servedRoles({ environment: models.environment, settings, available, usual: models.usual }).map((served) => ({
    ...served,
    isOffline: known.some(({ model, isOffline }) => isOffline && model === served.model),
    setting: settingOf(served.role),
    fallback: { ...served.fallback, setting: settingOf(fallbackOf(served.role)) },
  }));
}

/**
 * Chooses the model that serves a role of this installation, or takes over for one. What was approved with another model has to be decided on again: the
 * models of all roles stand in the manifest.
 * @param model as `provider:model`; null takes the choice back.
 */
export async function chooseModel(
  { store, now, models }: Pick<Ports, "store" | "now" | "models">,
  actor: Actor,
  { place, model }: { place: ModelPlace; model: string | null },
): Promise<Result<object, "not-available" | "set-by-environment">> {
  const at = now();
  const available = await models.available();
  return store.transaction(async ({ modelChoices, auditLog }) => {
    if (models.environment[place] !== undefined) return { ok: false, reason: "set-by-environment" };
    if (model !== null && !available.some((one) => one.model === model)) return { ok: false, reason: "not-available" };
    const before = await modelChoices.hold(place);
    if ((before?.model ?? null) === model) return { ok: true };
    if (model === null) await modelChoices.remove(place);
    else await modelChoices.put({ place, model, chosenByName: actor.name, chosenAt: at });
    await auditLog.append(
      {
        actorId: actor.id,
        actorName: actor.name,
        action: "model-choose",
        targetType: "model-role",
        targetId: place,
        summary: model === null ? `Took back the choice of ${before?.model} ${purposeOf(place)}` : `Chose ${model} ${purposeOf(place)}`,
        beforeDigest: null,
        afterDigest: null,
      },
      at,
    );
    return { ok: true };
  });
}

function purposeOf(place: ModelPlace): string {
  const [role, isFallback] = place.split(" ");
  return isFallback === undefined ? `for the ${role} role` : `to take over in the ${role} role`;
}
