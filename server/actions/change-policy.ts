import type { Actor } from "../../core/access/actor.ts";
import { digestOfPolicy, standardPolicy, type Policy } from "../../core/review/policy.ts";
import type { Digest } from "../../core/text/digest.ts";
import type { PolicyVersionRecord } from "./policy-store.ts";
import type { Ports } from "./ports.ts";

const shownVersions = 50;

/** The policy that holds, and how it came to be. */
export interface PolicyDescription {
  /** 0 while the standard policy holds. */
  number: number;
  content: Policy;
  digest: Digest;
  /** The newest first. */
  versions: Omit<PolicyVersionRecord, "content">[];
}

export type PolicyOutcome =
  | { ok: true; number: number }
  /** Somebody else changed it since it was read. */
  | { ok: false; reason: "outdated"; newest: number; changedByName: string };

/** The policy that every plan is examined under at this moment. */
export async function currentPolicy({ store }: Pick<Ports, "store">): Promise<Policy> {
  return (await store.policies.findNewest())?.content ?? standardPolicy;
}

/** Says which policy holds and who changed it when. */
export async function describePolicy({ store }: Pick<Ports, "store">): Promise<PolicyDescription> {
  const versions = await store.policies.list(shownVersions);
  const [newest] = versions;
  const content = newest?.content ?? standardPolicy;
  return {
    number: newest?.number ?? 0,
    content,
    digest: digestOfPolicy(content),
    versions: versions.map(({ content: _, ...version }) => version),
  };
}

/**
 * Sets the next version of the policy. What was approved under another one has to be decided on again: the policy's digest
 * stands in the manifest. A policy that says what holds already makes no version.
 * @param base the version it was made from; another newest one refuses it.
 */
export async function changePolicy(
  { store, now }: Pick<Ports, "store" | "now">,
  actor: Actor,
  { base, content }: { base: number; content: Policy },
): Promise<PolicyOutcome> {
  const at = now();
  return store.transaction(async ({ policies, auditLog }) => {
    const newest = await policies.hold();
    const before = newest?.content ?? standardPolicy;
    const [beforeDigest, digest] = [digestOfPolicy(before), digestOfPolicy(content)];
    const newestNumber = newest?.number ?? 0;
    if (digest === beforeDigest) return { ok: true, number: newestNumber };
    if (newestNumber !== base) return { ok: false, reason: "outdated", newest: newestNumber, changedByName: newest?.changedByName ?? "" };
    const number = newestNumber + 1;
    await policies.create({ number, content, digest, changedById: actor.id, changedByName: actor.name, changedAt: at });
    await auditLog.append(
      {
        actorId: actor.id,
        actorName: actor.name,
        action: "policy-change",
        targetType: "policy",
        targetId: String(number),
        summary: `Changed the policy to version ${number}`,
        beforeDigest,
        afterDigest: digest,
      },
      at,
    );
    return { ok: true, number };
  });
}
