import { z } from "zod";
import { auditResultSchema, type AuditResult } from "../../core/evidence/audit-finding.ts";
import { waitSchema } from "../../core/run/wait.ts";
import type { OpenWait } from "../../core/run/run-state.ts";
import type { RunStatus } from "../../core/run/run-status.ts";
import type { Database } from "./client.ts";
import { tellInboxes } from "./inbox-news.ts";
import { lastSequenceOf } from "./log-repository.ts";
import { runTopic } from "./run-log-repository.ts";

const openWaitsSchema = z.array(z.object({ waitId: z.string(), wait: waitSchema, since: z.coerce.date() }));

interface Row {
  id: string;
  workflowId: string;
  revisionId: string;
  briefVersionId: string;
  decisionId: string;
  manifestDigest: string;
  startedById: string | null;
  startedByName: string;
  createdAt: Date;
  epoch: number;
  driverId: string | null;
  status: string;
  waits: unknown;
  tokens: number;
  costMicroUsd: bigint | null;
  startedAt: Date | null;
  endedAt: Date | null;
  auditResult: string | null;
  acknowledgedAt: Date | null;
  acknowledgedByName: string | null;
}

function toRecord({ waits, status, costMicroUsd, auditResult, acknowledgedAt, acknowledgedByName, ...row }: Row) {
  return {
    ...row,
    acknowledged: acknowledgedAt === null ? null : { at: acknowledgedAt, byName: acknowledgedByName ?? "" },
    auditResult: auditResultSchema.nullable().parse(auditResult),
    status: status as RunStatus,
    openWaits: openWaitsSchema.parse(waits),
    costMicroUsd: costMicroUsd === null ? null : Number(costMicroUsd),
  };
}

const toRecordOrNull = (row: Row | null) => (row === null ? null : toRecord(row));

/** Runs as they stand; what happened in them is in the log. */
export function runRepository(database: Database) {
  return {
    async create({
      now,
      ...run
    }: {
      workflowId: string;
      revisionId: string;
      briefVersionId: string;
      decisionId: string;
      manifestDigest: string;
      startedById: string | null;
      startedByName: string;
      now: Date;
    }) {
      return toRecord(await database.run.create({ data: { ...run, status: "pending", createdAt: now } }));
    },

    async find(id: string) {
      return toRecordOrNull(await database.run.findUnique({ where: { id } }));
    },

    async findByDecision(decisionId: string) {
      return toRecordOrNull(await database.run.findUnique({ where: { decisionId } }));
    },

    listWantingDriver(now: Date) {
      return database.run.findMany({
        where: { OR: [{ wantsDriver: true }, { wakeAt: { lte: now } }] },
        select: { id: true, driverId: true },
        orderBy: { createdAt: "asc" },
      });
    },

    async listUnaudited(limit: number) {
      const rows = await database.run.findMany({
        where: { auditResult: null, endedAt: { not: null }, status: { in: ["completed", "failed", "canceled"] } },
        select: { id: true },
        orderBy: { endedAt: "asc" },
        take: limit,
      });
      return rows.map(({ id }) => id);
    },

    async setAuditResult(id: string, auditResult: AuditResult) {
      await database.run.update({ where: { id }, data: { auditResult } });
      await tellInboxes(database);
    },

    async acknowledge(id: string, { at, byName }: { at: Date; byName: string }) {
      await database.run.update({ where: { id }, data: { acknowledgedAt: at, acknowledgedByName: byName } });
      await tellInboxes(database);
    },

    async lock(id: string) {
      await database.$queryRaw`SELECT id FROM run WHERE id = ${id}::uuid FOR UPDATE`;
      return toRecordOrNull(await database.run.findUnique({ where: { id } }));
    },

    // The condition on the driver lets one of several workers take the run.
    async claim(id: string, { from, to }: { from: string | null; to: string }) {
      const rows = await database.$queryRaw<{ epoch: number }[]>`
        UPDATE run SET driver_id = ${to}, epoch = epoch + 1, wants_driver = true, wake_at = NULL
         WHERE id = ${id}::uuid AND driver_id IS NOT DISTINCT FROM ${from} AND (wants_driver OR wake_at IS NOT NULL)
        RETURNING epoch`;
      return rows[0]?.epoch ?? null;
    },

    /** In a transaction: who appends locks the row first, so the sequence stays what it is. */
    async rest(id: string, { epoch, sequence, wakeAt }: { epoch: number; sequence: number; wakeAt: Date | null }) {
      const mine = await database.$queryRaw<unknown[]>`SELECT id FROM run WHERE id = ${id}::uuid AND epoch = ${epoch} FOR UPDATE`;
      if (mine.length === 0 || (await lastSequenceOf(database, runTopic(id))) !== sequence) return false;
      await database.run.update({ where: { id }, data: { wantsDriver: false, driverId: null, wakeAt } });
      return true;
    },

    async letGo(id: string, epoch: number) {
      await database.run.updateMany({ where: { id, epoch }, data: { driverId: null } });
    },

    async change(
      id: string,
      { openWaits, isFenced = false, ...change }: { status?: RunStatus; openWaits?: OpenWait[]; endedAt?: Date | null; wantsDriver?: boolean; isFenced?: boolean },
    ) {
      const waits = openWaits === undefined ? {} : { waits: toJson(openWaits) };
      const fence = isFenced ? { epoch: { increment: 1 }, driverId: null } : {};
      await database.run.update({ where: { id }, data: { ...change, ...waits, ...fence, auditResult: null, acknowledgedAt: null, acknowledgedByName: null } });
    },
  };
}

/** Waits as the column holds them: dates as text. */
function toJson(openWaits: readonly OpenWait[]): object[] {
  return openWaits.map(({ since, ...wait }) => ({ ...wait, since: since.toISOString() }));
}
