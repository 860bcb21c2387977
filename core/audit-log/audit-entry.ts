import { z } from "zod";
import { digestOf, type Digest } from "../text/digest.ts";

/** Everything that is ever audited, as `<noun>-<verb>`. */
export const auditActions = [
  "member-create",
  "member-rename",
  "member-role-change",
  "member-deactivate",
  "member-reactivate",
  "password-change",
  "password-reset",
  "session-create",
  "session-end",
  "link-create",
  "link-revoke",
  "workflow-create",
  "revision-save",
  "layout-save",
  "decision-make",
  "annotation-add",
  "annotation-answer",
  "annotation-resolve",
  "annotation-reopen",
  "annotation-edit",
  "annotation-delete",
  "plan-end",
  "proposal-ask",
  "proposal-rule",
  "critique-ask",
  "run-start",
  "run-audit",
  "run-acknowledge",
  "sample-remove",
  "run-pause",
  "run-continue",
  "run-cancel",
  "run-retry",
  "run-answer",
  "collection-create",
  "collection-remove",
  "source-upload",
  "provider-set",
  "provider-remove",
  "model-set",
  "model-remove",
  "source-remove",
  "model-choose",
  "policy-change",
] as const;

export type AuditAction = (typeof auditActions)[number];

/** The name of the log that holds the audit entries. */
export const auditTopic = "audit";

/** What a change says of itself; where and when it stands in the log is added when it is written. */
export interface AuditFact {
  actorId: string | null;
  actorName: string;
  action: AuditAction;
  targetType: "member" | "session" | "link" | "workflow" | "revision" | "annotation" | "plan" | "proposal" | "critique" | "run" | "collection" | "source" | "provider" | "model" | "model-role" | "policy";
  targetId: string;
  /** One sentence without the actor: "Made Kenji Abe a reviewer". */
  summary: string;
  beforeDigest: Digest | null;
  afterDigest: Digest | null;
}

const digestSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** What is stored of an entry beside its place and time. Actions of newer versions stay readable. */
export const auditRecordSchema = z.object({
  actorId: z.string().nullable(),
  actorName: z.string(),
  action: z.string(),
  targetType: z.string(),
  targetId: z.string(),
  summary: z.string(),
  beforeDigest: digestSchema.nullable(),
  afterDigest: digestSchema.nullable(),
  previousHash: digestSchema.nullable(),
  hash: digestSchema,
});

/** One line of the audit log. `hash` covers all the rest, `previousHash` ties it to the line before. */
export type AuditEntry = z.infer<typeof auditRecordSchema> & {
  /** From 1, without gaps. */
  sequence: number;
  at: Date;
};

/** Gives a fact its place in the chain. */
export function sealEntry(fact: AuditFact, place: { sequence: number; at: Date; previousHash: Digest | null }): AuditEntry {
  const { sequence, at, previousHash } = place;
  const unsealed = { ...fact, sequence, at, previousHash };
  return { ...unsealed, hash: hashOf(unsealed) };
}

function hashOf(entry: Omit<AuditEntry, "hash">): Digest {
  return digestOf({
    sequence: entry.sequence,
    at: entry.at.toISOString(),
    actorId: entry.actorId,
    actorName: entry.actorName,
    action: entry.action,
    targetType: entry.targetType,
    targetId: entry.targetId,
    summary: entry.summary,
    beforeDigest: entry.beforeDigest,
    afterDigest: entry.afterDigest,
    previousHash: entry.previousHash,
  });
}

/** How far a chain was followed; `brokenAt` is the first entry that is changed, missing or out of place. */
export type ChainCheck = { ok: true; checked: number } | { ok: false; checked: number; brokenAt: number };

/** The end of the part of a chain that was already followed. */
export interface ChainEnd {
  sequence: number;
  hash: Digest | null;
}

export const chainStart: ChainEnd = { sequence: 0, hash: null };

/**
 * Follows a chain over entries in order.
 * @returns the new end, or the sequence at which it breaks.
 */
export function followChain(from: ChainEnd, entries: readonly AuditEntry[]): ChainEnd | { brokenAt: number } {
  let end = from;
  for (const entry of entries) {
    const isNext = entry.sequence === end.sequence + 1 && entry.previousHash === end.hash;
    if (!isNext || entry.hash !== hashOf(entry)) return { brokenAt: end.sequence + 1 };
    end = { sequence: entry.sequence, hash: entry.hash };
  }
  return end;
}
