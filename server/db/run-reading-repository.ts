import { z } from "zod";
import { auditResultSchema, type AuditResult } from "../../core/evidence/audit-finding.ts";
import { runEventSchema } from "../../core/run/run-event.ts";
import type { RunStatus } from "../../core/run/run-status.ts";
import { waitSchema } from "../../core/run/wait.ts";
import type { Database } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { lastSequenceOf } from "./log-repository.ts";
import { runTopic } from "./run-log-repository.ts";

interface ListQuery {
  sort: "started" | "cost" | "tokens";
  isAscending: boolean;
  statuses: readonly RunStatus[];
  /** Only those that wait for somebody, whatever else goes on in them. */
  isWaiting: boolean;
  isUnseen: boolean;
  auditResults: readonly AuditResult[];
  startedById: string | null;
  workflowId: string | null;
  startedAfter: Date | null;
  minCost: number | null;
  words: string | null;
  after: { key: number; id: string } | null;
  limit: number;
}

interface ListRow {
  id: string;
  workflowId: string;
  decisionId: string;
  title: string;
  question: string;
  revision: number;
  status: string;
  auditResult: string | null;
  waits: unknown;
  startedById: string | null;
  startedByName: string;
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  tokens: number;
  costMicroUsd: bigint | null;
  isSample: boolean;
}

interface EntryRow {
  sequence: bigint;
  at: Date;
  data: unknown;
}

const waitsSchema = z.array(z.object({ waitId: z.string(), wait: waitSchema, since: z.coerce.date() }));

/** Lists of runs, and parts of their logs. */
export function runReadingRepository(database: Database) {
  return {
    async list({ sort, isAscending, after, limit, ...filters }: ListQuery) {
      const by = columns[sort];
      const [further, direction] = isAscending ? [Prisma.sql`>`, Prisma.sql`ASC`] : [Prisma.sql`<`, Prisma.sql`DESC`];
      const behind = after === null ? Prisma.empty : Prisma.sql`AND (${by("run")}, run.id) ${further} (${keyIn(sort, after.key)}, ${after.id}::uuid)`;
      // The page is cut out first: what is joined to it is then a matter of a few rows, however many runs there are.
      const rows = await database.$queryRaw<ListRow[]>`
        WITH page AS (
          SELECT run.* FROM run WHERE ${conditionOf(filters)} ${behind} ORDER BY ${by("run")} ${direction}, run.id ${direction} LIMIT ${limit}
        )
        SELECT page.id, page.workflow_id AS "workflowId", page.decision_id AS "decisionId", workflow.title, brief_version.content ->> 'question' AS question, revision.number AS revision,
               page.status, page.audit_result AS "auditResult", page.waits, page.started_by_id AS "startedById", page.started_by_name AS "startedByName", page.created_at AS "createdAt",
               page.started_at AS "startedAt", page.ended_at AS "endedAt", page.tokens, page.cost_micro_usd AS "costMicroUsd",
               workflow.sample_id IS NOT NULL AS "isSample"
          FROM page
          JOIN workflow ON workflow.id = page.workflow_id
          JOIN revision ON revision.id = page.revision_id
          JOIN brief_version ON brief_version.id = page.brief_version_id
         ORDER BY ${by("page")} ${direction}, page.id ${direction}`;
      return rows.map(({ waits, status, auditResult, costMicroUsd, ...row }) => ({
        ...row,
        status: status as RunStatus,
        auditResult: auditResultSchema.nullable().parse(auditResult),
        costMicroUsd: costMicroUsd === null ? null : Number(costMicroUsd),
        waits: waitsSchema.parse(waits).map(({ waitId, wait, since }) => ({ waitId, kind: wait.kind, since, title: wait.kind === "checkpoint" ? wait.asks : "" })),
      }));
    },

    async count(filters: Filters, most: number) {
      // In order, or Postgres reads the words of all runs where words stand in most of them.
      const rows = await database.$queryRaw<[{ total: bigint }]>`
        SELECT count(*) AS total FROM (SELECT 1 FROM run WHERE ${conditionOf(filters)} ORDER BY run.created_at DESC, run.id DESC LIMIT ${most}) AS counted`;
      return Number(rows[0].total);
    },

    async pastRuns(shape: string, limit: number) {
      const rows = await database.run.findMany({
        where: { status: "completed", revision: { shape }, startedAt: { not: null }, endedAt: { not: null } },
        select: { tokens: true, costMicroUsd: true, startedAt: true, endedAt: true },
        orderBy: { endedAt: "desc" },
        take: limit,
      });
      return rows.map(({ tokens, costMicroUsd, startedAt, endedAt }) => ({
        tokens,
        costMicroUsd: costMicroUsd === null ? null : Number(costMicroUsd),
        minutes: Math.max(0, (endedAt?.getTime() ?? 0) - (startedAt?.getTime() ?? 0)) / 60_000,
      }));
    },

    async entriesOfStep(runId: string, stepId: string, limit: number) {
      const topic = runTopic(runId);
      // The end comes first: what is written while the rows are read is found again by who goes on from it.
      const sequence = await lastSequenceOf(database, topic);
      const rows = await database.$queryRaw<(EntryRow & { total: bigint })[]>`
        SELECT sequence, at, data, count(*) OVER () AS total FROM log_entry
         WHERE topic = ${topic} AND sequence <= ${sequence} AND (data ->> 'stepId' = ${stepId} OR data -> 'wait' ->> 'stepId' = ${stepId})
         ORDER BY sequence DESC LIMIT ${limit}`;
      return { entries: rows.map(toEntry).toReversed(), omitted: Number(rows[0]?.total ?? 0) - rows.length, sequence };
    },

    async entriesOfTypes(runId: string, types: readonly string[], after: number, limit: number) {
      const rows = await database.$queryRaw<EntryRow[]>`
        SELECT sequence, at, data FROM log_entry
         WHERE topic = ${runTopic(runId)} AND sequence > ${after} AND data ->> 'type' = ANY (${[...types]}::text[])
         ORDER BY sequence LIMIT ${limit}`;
      return rows.map(toEntry);
    },

    async sourceNames(sourceIds: readonly string[]) {
      const rows = await database.source.findMany({
        where: { id: { in: [...sourceIds] } },
        select: { id: true, path: true, title: true, collection: { select: { name: true } } },
      });
      return Object.fromEntries(rows.map(({ id, path, title, collection }) => [id, { path, title, collection: collection.name }]));
    },
  };
}

const columns: Record<ListQuery["sort"], (table: "run" | "page") => Prisma.Sql> = {
  started: (table) => Prisma.raw(`${table}.created_at`),
  cost: (table) => Prisma.raw(`coalesce(${table}.cost_micro_usd, -1)`),
  tokens: (table) => Prisma.raw(`${table}.tokens`),
};

function keyIn(sort: ListQuery["sort"], key: number): Prisma.Sql {
  return sort === "started" ? Prisma.sql`${new Date(key).toISOString()}::timestamptz` : Prisma.sql`${key}::bigint`;
}

type Filters = Omit<ListQuery, "sort" | "isAscending" | "after" | "limit">;

function conditionOf({ statuses, isWaiting, isUnseen, auditResults, startedById, workflowId, startedAfter, minCost, words }: Filters): Prisma.Sql {
  // As NOT EXISTS Postgres would expect nothing to be left, and read and sort all runs for a page of them.
  const parts = [Prisma.sql`run.workflow_id NOT IN (SELECT id FROM workflow WHERE removed_at IS NOT NULL)`];
  if (statuses.length > 0) parts.push(Prisma.sql`run.status = ANY (${[...statuses]}::text[])`);
  // Of what has ended nobody is asked anything; the status has an index, and few runs go on.
  if (isWaiting) parts.push(Prisma.sql`run.status IN ('pending', 'running', 'waiting') AND run.waits <> '[]'::jsonb`);
  if (isUnseen) parts.push(Prisma.sql`run.acknowledged_at IS NULL`);
  if (auditResults.length > 0) parts.push(Prisma.sql`run.audit_result = ANY (${[...auditResults]}::text[])`);
  if (startedById !== null) parts.push(Prisma.sql`run.started_by_id = ${startedById}::uuid`);
  if (workflowId !== null) parts.push(Prisma.sql`run.workflow_id = ${workflowId}::uuid`);
  if (startedAfter !== null) parts.push(Prisma.sql`run.created_at >= ${startedAfter.toISOString()}::timestamptz`);
  if (minCost !== null) parts.push(Prisma.sql`run.cost_micro_usd >= ${minCost}`);
  if (words !== null) parts.push(Prisma.sql`run.id IN (SELECT run_id FROM run_search WHERE run_search.words @@ websearch_to_tsquery('english', ${words}))`);
  return Prisma.join(parts, " AND ");
}

function toEntry({ sequence, at, data }: EntryRow) {
  return { sequence: Number(sequence), at, event: runEventSchema.parse(data) };
}
