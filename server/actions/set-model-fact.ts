import type { Actor } from "../../core/access/actor.ts";
import type { ModelFact } from "../../core/models/model-fact.ts";
import type { Result } from "../../core/result.ts";
import type { Ports } from "./ports.ts";

/** Keeps what an admin says of a model: its window, and its price with where and when it was looked up. */
export async function setModelFact({ store, now }: Pick<Ports, "store" | "now">, actor: Actor, fact: ModelFact): Promise<{ ok: true }> {
  const { model, contextTokens, price } = fact;
  const said = [
    contextTokens === null ? "window not known" : `window ${contextTokens.toLocaleString("en")} tokens`,
    price === null ? "price not known" : `${dollars(price.inputMicroUsd)} in and ${dollars(price.outputMicroUsd)} out a million tokens, ${price.source}, ${price.asOf}`,
  ];
  await store.transaction(async (records) => {
    await records.modelSettings.setFact(fact);
    await records.auditLog.append(
      { actorId: actor.id, actorName: actor.name, action: "model-set", targetType: "model", targetId: model, summary: `Set of the model ${model}: ${said.join("; ")}`, beforeDigest: null, afterDigest: null },
      now(),
    );
  });
  return { ok: true };
}

/**
 * Takes a model that an admin entered off the list, with what was said of it. One that is chosen for a role stays: else
 * another would serve it, unseen.
 */
export async function removeModelFact({ store, now }: Pick<Ports, "store" | "now">, actor: Actor, model: string): Promise<Result<object, "chosen" | "not-found">> {
  return store.transaction(async (records) => {
    if ((await records.modelChoices.list()).some((choice) => choice.model === model)) return { ok: false, reason: "chosen" };
    if (!(await records.modelSettings.removeFact(model))) return { ok: false, reason: "not-found" };
    await records.auditLog.append(
      { actorId: actor.id, actorName: actor.name, action: "model-remove", targetType: "model", targetId: model, summary: `Removed the model ${model}`, beforeDigest: null, afterDigest: null },
      now(),
    );
    return { ok: true };
  });
}

function dollars(microUsd: number): string {
  return `$${(microUsd / 1_000_000).toLocaleString("en", { maximumFractionDigits: 6 })}`;
}
