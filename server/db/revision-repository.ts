import { graphSchema, type Graph } from "../../core/workflow/graph.ts";
import type { Database } from "./client.ts";

interface Row {
  id: string;
  workflowId: string;
  number: number;
  canonicalText: string;
  digest: string;
  shape: string | null;
  layout: unknown;
  createdById: string | null;
  createdByName: string;
  createdAt: Date;
}

/** The graph is read from the very bytes that the digest is of. */
function toRecord({ layout, ...row }: Row) {
  return { ...row, graph: graphSchema.parse({ ...JSON.parse(row.canonicalText), layout }) };
}

const toRecordOrNull = (row: Row | null) => (row === null ? null : toRecord(row));

/** Immutable versions of definitions. */
export function revisionRepository(database: Database) {
  return {
    async create(revision: {
      workflowId: string;
      number: number;
      canonicalText: string;
      digest: string;
      shape?: string;
      layout: Graph["layout"];
      createdById: string | null;
      createdByName: string;
      now: Date;
    }) {
      const { now, ...data } = revision;
      return toRecord(await database.revision.create({ data: { ...data, createdAt: now } }));
    },

    async find(workflowId: string, number: number) {
      return toRecordOrNull(await database.revision.findUnique({ where: { workflowId_number: { workflowId, number } } }));
    },

    async findById(id: string) {
      return toRecordOrNull(await database.revision.findUnique({ where: { id } }));
    },

    async findNewest(workflowId: string) {
      return toRecordOrNull(await database.revision.findFirst({ where: { workflowId }, orderBy: { number: "desc" } }));
    },

    list(workflowId: string) {
      return database.revision.findMany({
        where: { workflowId },
        orderBy: { number: "asc" },
        select: { id: true, workflowId: true, number: true, digest: true, createdById: true, createdByName: true, createdAt: true },
      });
    },

    async setLayout(id: string, layout: Graph["layout"]) {
      await database.revision.update({ where: { id }, data: { layout } });
    },
  };
}
