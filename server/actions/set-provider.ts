import type { Actor } from "../../core/access/actor.ts";
import type { ProviderProtocol } from "../../core/models/provider.ts";
import type { Result } from "../../core/result.ts";
import type { Ports } from "./ports.ts";

export type ProviderOutcome = Result<object, "in-environment" | "not-found">;

/** What an admin sets up. */
export interface ProviderChange {
  name: string;
  protocol: ProviderProtocol;
  baseUrl: string;
  /** `keep` leaves the one that is stored; null is for a provider that wants none. */
  apiKey: { keep: true } | { set: string | null };
}

type ProviderPorts = Pick<Ports, "store" | "now" | "models">;

/**
 * Sets up how a provider is reached. A stored key is never given back, and doesn't go along to another address: who can
 * change where requests go can't have a key sent there that somebody else put in.
 */
export async function setProvider(ports: ProviderPorts, actor: Actor, { name, protocol, baseUrl, apiKey }: ProviderChange): Promise<ProviderOutcome> {
  if (ports.models.isInEnvironment(name)) return { ok: false, reason: "in-environment" };
  await ports.store.transaction(async (records) => {
    const before = await records.modelSettings.findProvider(name);
    const isKept = "keep" in apiKey && before?.baseUrl === baseUrl;
    const sealedKey = isKept ? before.sealedKey : "set" in apiKey && apiKey.set !== null ? ports.models.sealKey(name, apiKey.set) : null;
    await records.modelSettings.setProvider({ name, protocol, baseUrl, sealedKey });
    if (before?.baseUrl !== baseUrl || before.protocol !== protocol) await records.modelSettings.forgetForms(name);
    const keyText = sealedKey === null ? "without a key" : isKept ? "with the key it had" : "with a new key";
    await records.auditLog.append(fact(actor, "provider-set", name, `${before === null ? "Added" : "Changed"} the model provider ${name}: ${protocol} at ${baseUrl}, ${keyText}`), ports.now());
  });
  await ports.models.forgetPause(name);
  return { ok: true };
}

/** Takes a provider away; roles that name it wait when they are asked next. */
export async function removeProvider(ports: ProviderPorts, actor: Actor, name: string): Promise<ProviderOutcome> {
  if (ports.models.isInEnvironment(name)) return { ok: false, reason: "in-environment" };
  return ports.store.transaction(async (records) => {
    if (!(await records.modelSettings.removeProvider(name))) return { ok: false, reason: "not-found" };
    await records.auditLog.append(fact(actor, "provider-remove", name, `Removed the model provider ${name}`), ports.now());
    return { ok: true };
  });
}

function fact(actor: Actor, action: "provider-set" | "provider-remove", name: string, summary: string) {
  return { actorId: actor.id, actorName: actor.name, action, targetType: "provider", targetId: name, summary, beforeDigest: null, afterDigest: null } as const;
}
