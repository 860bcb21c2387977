import type { PlanStatus } from "../../core/workflow/plan-status.ts";
import type { Database } from "./client.ts";
import { tellInboxes } from "./inbox-news.ts";

interface Row {
  id: string;
  workflowId: string;
  status: string;
  reason: string | null;
  createdAt: Date;
  endedAt: Date | null;
  proposal: object | null;
  critique: object | null;
}

/** What tells a writing that is no plan of its own. */
const include = { proposal: { select: { planId: true } }, critique: { select: { planId: true } } } as const;

function toRecord({ proposal, critique, ...row }: Row) {
  const writes: "plan" | "proposal" | "critique" = proposal !== null ? "proposal" : critique !== null ? "critique" : "plan";
  return { ...row, status: row.status as PlanStatus, writes };
}
const toRecordOrNull = (row: Row | null) => (row === null ? null : toRecord(row));

/** Plans, proposals and critiques as they are written; what is written is in the log. */
export function planRepository(database: Database) {
  return {
    async create({ id, workflowId, now }: { id?: string; workflowId: string; now: Date }) {
      return toRecord(await database.plan.create({ data: { ...(id === undefined ? {} : { id }), workflowId, status: "pending", createdAt: now }, include }));
    },

    async find(id: string) {
      return toRecordOrNull(await database.plan.findUnique({ where: { id }, include }));
    },

    async findNewest(workflowId: string) {
      return toRecordOrNull(await database.plan.findFirst({ where: { workflowId, proposal: null, critique: null }, include, orderBy: { createdAt: "desc" } }));
    },

    async listByStatus(statuses: readonly PlanStatus[]) {
      return (await database.plan.findMany({ where: { status: { in: [...statuses] } }, include, orderBy: { createdAt: "asc" } })).map(toRecord);
    },

    // The condition on the status lets one of several who would end a plan do it.
    async changeStatus(
      id: string,
      { from, to, reason, endedAt }: { from: readonly PlanStatus[]; to: PlanStatus; reason: string | null; endedAt: Date | null },
    ) {
      const { count } = await database.plan.updateMany({ where: { id, status: { in: [...from] } }, data: { status: to, reason, endedAt } });
      // A plan in writing is held by changing it to what it is.
      if (count === 1 && !from.includes(to)) await tellInboxes(database);
      return count === 1;
    },
  };
}
