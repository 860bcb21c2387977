import { planEntrySchema, type PlanEntry } from "../../core/workflow/plan-entry.ts";
import type { Database } from "./client.ts";
import { appendToLog, readLogAfter } from "./log-repository.ts";

const topicOf = (planId: string) => `plan:${planId}`;

/** What the planner wrote: one log per plan. */
export function planLogRepository(database: Database) {
  return {
    async append(planId: string, entries: readonly PlanEntry[], at: Date): Promise<number> {
      return appendToLog(database, topicOf(planId), at, entries);
    },

    async readAfter(planId: string, after: number, limit: number): Promise<{ sequence: number; entry: PlanEntry }[]> {
      const rows = await readLogAfter(database, new Map([[topicOf(planId), after]]), limit);
      return rows.map(({ sequence, data }) => ({ sequence, entry: planEntrySchema.parse(data) }));
    },
  };
}
