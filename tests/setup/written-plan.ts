import type { Brief } from "../../core/brief/brief.ts";
import { digestOf } from "../../core/text/digest.ts";
import type { Op } from "../../core/workflow/op.ts";
import { createPrisma } from "../../server/db/client.ts";
import { createStore } from "../../server/db/store.ts";

/** A workflow whose plan is being written and holds these ops so far, without a planner. */
export async function writtenPlan(databaseUrl: string, { brief, plan }: { brief: Brief; plan: readonly Op[] }): Promise<{ workflowId: string; planId: string }> {
  const prisma = createPrisma(databaseUrl, 2);
  try {
    return await createStore(prisma).transaction(async (records) => {
      const now = new Date();
      const author = { createdById: null, now };
      const version = await records.briefs.addVersion({ briefId: null, content: brief, digest: digestOf(brief), ...author });
      const workflow = await records.workflows.create({ title: "Crash", briefVersionId: version.id, createdByName: "operator", ...author });
      const { id: planId } = await records.plans.create({ workflowId: workflow.id, now });
      await records.plans.changeStatus(planId, { from: ["pending"], to: "writing", reason: null, endedAt: null });
      await records.planLog.append(planId, plan.map((op) => ({ type: "op", op })), now);
      return { workflowId: workflow.id, planId };
    });
  } finally {
    await prisma.$disconnect();
  }
}
