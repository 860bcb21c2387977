import type { CritiqueAsk } from "../../core/critique/critique.ts";
import type { Database } from "./client.ts";

/** Of which revisions critics were asked for their opinion; what they wrote is in the log. */
export function critiqueRepository(database: Database) {
  return {
    async create(critique: CritiqueAsk) {
      await database.critique.create({ data: critique });
    },

    async find(planId: string): Promise<CritiqueAsk | null> {
      return database.critique.findUnique({ where: { planId } });
    },

    async findNewest(revisionId: string) {
      const row = await database.critique.findFirst({ where: { revisionId }, orderBy: { plan: { createdAt: "desc" } } });
      return row?.planId ?? null;
    },

    async findFinished(revisionId: string, by: Date | null) {
      const plan = { status: "finished", ...(by === null ? {} : { endedAt: { lte: by } }) };
      const row = await database.critique.findFirst({ where: { revisionId, plan }, orderBy: { plan: { endedAt: "desc" } } });
      return row?.planId ?? null;
    },
  };
}
