import { z } from "zod";
import { pointSchema } from "../../core/proposal/point.ts";
import { graphSchema } from "../../core/workflow/graph.ts";
import type { PlanStatus } from "../../core/workflow/plan-status.ts";
import type { ProposalAsk } from "../../core/proposal/proposal-ask.ts";
import type { Database } from "./client.ts";

const pointsSchema = z.array(pointSchema);

/** What planners were asked to change of plans; what they wrote is in the log. */
export function proposalRepository(database: Database) {
  return {
    async create(proposal: ProposalAsk) {
      await database.proposal.create({ data: proposal });
    },

    async find(planId: string): Promise<ProposalAsk | null> {
      const row = await database.proposal.findUnique({ where: { planId } });
      return row === null ? null : { ...row, base: graphSchema.parse(row.base), points: pointsSchema.parse(row.points) };
    },

    async list(workflowId: string) {
      const rows = await database.proposal.findMany({
        where: { plan: { workflowId } },
        select: { revision: true, askedByName: true, plan: { select: { id: true, status: true, createdAt: true } } },
        orderBy: { plan: { createdAt: "desc" } },
        take: 50,
      });
      return rows.map(({ revision, askedByName, plan }) => ({ revision, askedByName, ...plan, status: plan.status as PlanStatus }));
    },
  };
}
