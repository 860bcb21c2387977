import { z } from "zod";
import type { Draft } from "../../core/workflow/draft.ts";
import { opSchema } from "../../core/workflow/op.ts";
import type { Database } from "./client.ts";

const batchesSchema = z.array(z.array(opSchema));

/** What members have changed and not saved yet. */
export function draftRepository(database: Database) {
  return {
    async find(workflowId: string, memberId: string) {
      const row = await database.draft.findUnique({ where: { workflowId_memberId: { workflowId, memberId } } });
      if (row === null) return null;
      return { baseRevision: row.baseRevision, batches: batchesSchema.parse(row.batches), updatedAt: row.updatedAt };
    },

    async put(draft: Draft & { workflowId: string; memberId: string; now: Date }) {
      const { workflowId, memberId, baseRevision, batches, now } = draft;
      const data = { baseRevision, batches, updatedAt: now };
      await database.draft.upsert({
        where: { workflowId_memberId: { workflowId, memberId } },
        update: data,
        create: { workflowId, memberId, ...data },
      });
    },

    async remove(workflowId: string, memberId: string) {
      await database.draft.deleteMany({ where: { workflowId, memberId } });
    },
  };
}
