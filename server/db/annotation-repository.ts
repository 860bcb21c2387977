import { annotationTargetSchema } from "../../core/annotation/annotation-target.ts";
import { shownRemarks, type Annotation, type Remark } from "../../core/annotation/annotation.ts";
import type { Database } from "./client.ts";

interface RemarkRow {
  id: string;
  text: string;
  mentionIds: string[];
  createdById: string | null;
  createdByName: string;
  createdAt: Date;
  changes: { text: string | null; mentionIds: string[]; createdAt: Date }[];
}

interface Row {
  id: string;
  workflowId: string;
  revision: number | null;
  target: unknown;
  targetName: string;
  resolvedAt: Date | null;
  resolvedByName: string | null;
  remarks: RemarkRow[];
}

function toRecord({ id, workflowId, revision, target, targetName, resolvedAt, resolvedByName, remarks }: Row): Annotation {
  return {
    id,
    workflowId,
    revision,
    target: annotationTargetSchema.parse(target),
    targetName,
    resolved: resolvedAt === null ? null : { byName: resolvedByName ?? "", at: resolvedAt },
    remarks: remarks.map(toRemark),
  };
}

function toRemark({ id, createdById: byId, createdByName: byName, createdAt: at, changes, ...said }: RemarkRow): Remark {
  const [last] = changes;
  const { text, mentionIds } = last ?? said;
  return { id, text: text ?? "", mentionIds, byId, byName, at, changedAt: last?.createdAt ?? null, isTakenBack: text === null };
}

function toRow({ id, text, mentionIds, byId, byName, at }: Remark) {
  return { id, text, mentionIds, createdById: byId, createdByName: byName, createdAt: at };
}

const withRemarks = { remarks: { orderBy: { ordinal: "asc" }, include: { changes: { orderBy: { ordinal: "desc" }, take: 1 } } } } as const;

/** Threads about parts of plans. */
export function annotationRepository(database: Database) {
  return {
    async create({ id, workflowId, revision, target, targetName, remarks }: Annotation) {
      const createdAt = remarks[0]?.at ?? new Date(0);
      const rows = remarks.map((remark, index) => ({ ordinal: index + 1, ...toRow(remark) }));
      await database.annotation.create({ data: { id, workflowId, revision, target, targetName, createdAt, remarks: { create: rows } } });
    },

    async find(id: string) {
      const row = await database.annotation.findUnique({ where: { id }, include: withRemarks });
      return row === null ? null : toRecord(row);
    },

    async list(workflowId: string) {
      const rows = await database.annotation.findMany({ where: { workflowId }, include: withRemarks, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
      return rows.map(toRecord).filter(({ remarks }) => shownRemarks(remarks).length > 0);
    },

    countRemarks(workflowId: string) {
      return database.remark.count({ where: { annotation: { workflowId } } });
    },

    async addRemark(annotationId: string, ordinal: number, remark: Remark) {
      await database.remark.create({ data: { annotationId, ordinal, ...toRow(remark) } });
    },

    async changeRemark(remarkId: string, { text, mentionIds, at }: { text: string | null; mentionIds: string[]; at: Date }) {
      const ordinal = (await database.remarkChange.count({ where: { remarkId } })) + 1;
      await database.remarkChange.create({ data: { remarkId, ordinal, text, mentionIds, createdAt: at } });
    },

    async setResolved(id: string, resolved: Annotation["resolved"]) {
      await database.annotation.update({ where: { id }, data: { resolvedAt: resolved?.at ?? null, resolvedByName: resolved?.byName ?? null } });
    },

    async listAround(memberId: string, limit: number) {
      const ids = await database.$queryRaw<{ id: string }[]>`
        SELECT annotation.id
          FROM annotation
          JOIN workflow ON workflow.id = annotation.workflow_id
          JOIN remark ON remark.annotation_id = annotation.id
          LEFT JOIN LATERAL (
            SELECT mention_ids FROM remark_change WHERE remark_id = remark.id ORDER BY ordinal DESC LIMIT 1
          ) change ON TRUE
         WHERE annotation.resolved_at IS NULL AND workflow.removed_at IS NULL
         GROUP BY annotation.id, workflow.created_by_id
        HAVING workflow.created_by_id = ${memberId}::uuid
            OR bool_or(remark.created_by_id = ${memberId}::uuid OR ${memberId}::uuid = ANY (coalesce(change.mention_ids, remark.mention_ids)))
         ORDER BY max(remark.created_at) DESC, annotation.id
         LIMIT ${limit}`;
      const rows = await database.annotation.findMany({
        where: { id: { in: ids.map(({ id }) => id) } },
        include: { ...withRemarks, workflow: { select: { title: true, createdById: true } } },
      });
      const byId = new Map(rows.map((row) => [row.id, { ...toRecord(row), workflow: row.workflow }]));
      return ids.flatMap(({ id }) => byId.get(id) ?? []);
    },
  };
}
