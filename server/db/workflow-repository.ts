import { briefSchema } from "../../core/brief/brief.ts";
import type { DecisionVerdict } from "../../core/review/approval-statement.ts";
import { authorIdsOf } from "../../core/review/authors.ts";
import type { PlanStatus } from "../../core/workflow/plan-status.ts";
import type { Database } from "./client.ts";
import { containing } from "./containing.ts";

const fields = { id: true, title: true, briefVersionId: true, createdById: true, createdByName: true, createdAt: true, updatedAt: true, sampleId: true } as const;

/** Workflows, and what lists show of them. */
export function workflowRepository(database: Database) {
  return {
    create(workflow: { title: string; briefVersionId: string; createdById: string | null; createdByName: string; sampleId?: string; now: Date }) {
      const { now, ...data } = workflow;
      return database.workflow.create({ data: { ...data, createdAt: now, updatedAt: now }, select: fields });
    },

    find(id: string) {
      return database.workflow.findUnique({ where: { id }, select: fields });
    },

    findSample(sampleId: string) {
      return database.workflow.findUnique({ where: { sampleId }, select: { ...fields, removedAt: true } });
    },

    async lockSamples() {
      const [row] = await database.$queryRaw<{ isMine: boolean }[]>`SELECT pg_try_advisory_xact_lock(hashtext('countersign samples')) AS "isMine"`;
      return row?.isMine ?? false;
    },

    async remove(id: string, now: Date) {
      const { count } = await database.workflow.updateMany({ where: { id, removedAt: null }, data: { removedAt: now } });
      return count === 1;
    },

    async list({ before, limit, text }: { before: Date | null; limit: number; text: string }) {
      const rows = await database.workflow.findMany({
        where: { removedAt: null, ...(before === null ? {} : { updatedAt: { lt: before } }), ...(text === "" ? {} : holding(text)) },
        orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
        take: limit,
        select: {
          ...fields,
          briefVersion: { select: { content: true } },
          plans: { where: { proposal: null }, select: { status: true }, orderBy: { createdAt: "desc" }, take: 1 },
          revisions: {
            select: {
              number: true,
              digest: true,
              createdById: true,
              decisions: { select: { verdict: true, createdAt: true, decidedById: true, policyDigest: true, run: { select: { id: true } } } },
            },
            orderBy: { number: "desc" },
          },
        },
      });
      return rows.map(({ briefVersion, plans, revisions, ...row }) => ({
        ...row,
        question: briefSchema.parse(briefVersion.content).question,
        planStatus: (plans[0]?.status as PlanStatus | undefined) ?? null,
        newestRevision: revisions[0]?.number ?? null,
        newestDigest: revisions[0]?.digest ?? null,
        decisions: revisions
          .flatMap(({ digest, decisions }) => decisions.map((decision) => ({ ...decision, definitionDigest: digest })))
          .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
          .map(({ verdict, run, createdAt: _, ...decision }) => ({ ...decision, verdict: verdict as DecisionVerdict, hasRun: run !== null })),
        authorIds: authorIdsOf({ workflow: row, revisions }),
      }));
    },

    async lock(id: string) {
      const rows = await database.$queryRaw<unknown[]>`SELECT 1 FROM workflow WHERE id = ${id}::uuid FOR UPDATE`;
      return rows.length === 1;
    },

    async touch(id: string, title: string, now: Date) {
      await database.workflow.update({ where: { id }, data: { title, updatedAt: now } });
    },
  };
}

function holding(text: string) {
  const contains = containing(text);
  return { OR: [{ title: contains }, { briefVersion: { content: { path: ["question"], string_contains: contains.contains, mode: contains.mode } } }] };
}
