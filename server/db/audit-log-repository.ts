import {
  auditRecordSchema,
  auditTopic,
  sealEntry,
  type AuditEntry,
  type AuditFact,
} from "../../core/audit-log/audit-entry.ts";
import type { Database } from "./client.ts";
import { lastLogSequences, reserveSequences, writeReserved } from "./log-repository.ts";

/** The audit log: topic `audit` of the log, each entry sealed to the one before. */
export function auditLogRepository(database: Database) {
  return {
    async append(fact: AuditFact, at: Date): Promise<AuditEntry> {
      const sequence = await reserveSequences(database, auditTopic, 1);
      const previous = await database.logEntry.findUnique({
        where: { topic_sequence: { topic: auditTopic, sequence: sequence - 1 } },
      });
      const previousHash = previous === null ? null : toAuditEntry(previous).hash;
      const entry = sealEntry(fact, { sequence, at, previousHash });
      const { sequence: _sequence, at: _at, ...record } = entry;
      await writeReserved(database, auditTopic, at, [record], sequence);
      return entry;
    },

    async readBefore(query: {
      before: number | null;
      limit: number;
      action: string | null;
      actorId: string | null;
    }): Promise<AuditEntry[]> {
      const rows = await database.logEntry.findMany({
        where: {
          topic: auditTopic,
          ...(query.before === null ? {} : { sequence: { lt: query.before } }),
          AND: [
            ...(query.action === null ? [] : [{ data: { path: ["action"], equals: query.action } }]),
            ...(query.actorId === null ? [] : [{ data: { path: ["actorId"], equals: query.actorId } }]),
          ],
        },
        orderBy: { sequence: "desc" },
        take: query.limit,
      });
      return rows.map(toAuditEntry);
    },

    async readAfter(after: number, limit: number): Promise<AuditEntry[]> {
      const rows = await database.logEntry.findMany({
        where: { topic: auditTopic, sequence: { gt: after } },
        orderBy: { sequence: "asc" },
        take: limit,
      });
      return rows.map(toAuditEntry);
    },

    async lastSequence() {
      return (await lastLogSequences(database, [auditTopic])).get(auditTopic) ?? 0;
    },
  };
}

/** @throws ZodError when the row is not an audit entry. */
function toAuditEntry(row: { sequence: bigint; at: Date; data: unknown }): AuditEntry {
  return { ...auditRecordSchema.parse(row.data), sequence: Number(row.sequence), at: row.at };
}
