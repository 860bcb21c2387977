import { operator } from "../core/access/actor.ts";
import type { PlanFile } from "../core/brief/plan-file.ts";
import type { PlanSoFar } from "../core/workflow/fold-plan.ts";
import type { Services } from "../server/services.ts";
import { awaitDocumentation } from "./await-documentation.ts";
import { followPlan } from "./follow-plan.ts";
import { startOwnWorker } from "./own-worker.ts";
import { readAsked, type UsualScope } from "./plan-brief.ts";
import { CommandRefusal } from "./refusal.ts";
import { isHouseRunning } from "./running-house.ts";
import { withReadyServices } from "./with-services.ts";

/**
 * Has a plan written as the operator: it grows on standard error, and is printed whole as JSON in the end, as
 * `countersign check` reads it.
 */
export async function plan(args: string[]): Promise<number> {
  const asked = await readAsked(args);
  return withReadyServices(async (services, origin) => {
    await awaitDocumentation(services, tell);
    const brief = asked(await usualScope(services));
    const created = await services.createWorkflow(operator, { brief, title: null, briefId: null });
    if (!created.ok) throw new Error(`A new brief was refused: ${created.reason}`);
    const { workflowId, planId } = created;
    const place = isHouseRunning() ? `${origin}/workflows/${workflowId}` : "in the inbox once Countersign runs";
    const written = await write(services, planId);
    if (written.status !== "finished") throw new CommandRefusal(unfinished(written, place));
    const description = await services.describeWorkflow({ workflowId, memberId: null });
    if (description?.revision == null) throw new Error(`The plan ${planId} is finished and has no revision.`);
    const { graph: definition, digest } = description.revision;
    tell(`  ${definition.nodes.length} steps, ${definition.edges.length} connections: ${place}`);
    const file: PlanFile = { brief, definition, digest };
    process.stdout.write(`${JSON.stringify(file, null, 2)}\n`);
    return 0;
  });
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/**
 * Follows the plan while it is written, by the workers that run or, without any, by one for the time being. Nobody
 * watches that one: the offline model needn't take its time.
 */
async function write(services: Services, planId: string): Promise<PlanSoFar> {
  if (isHouseRunning()) return followPlan(services, planId, tell);
  const worker = await startOwnWorker({ COUNTERSIGN_OFFLINE_PACE_MS: "0", ...process.env });
  try {
    return await Promise.race([followPlan(services, planId, tell), worker.ended]);
  } finally {
    await worker.stop();
  }
}

async function usualScope(services: Services): Promise<UsualScope> {
  const [tools, collections] = await Promise.all([services.listTools(), services.listCollections()]);
  return {
    tools: tools.filter(({ effects }) => effects === "read-only").map(({ name }) => name),
    collections: collections.map(({ name }) => name),
  };
}

function unfinished({ status, reason }: PlanSoFar, place: string): string {
  const why = reason === null ? status : `${status}: ${reason}`;
  return `The plan was not finished (${why}). What was written of it is kept: resume or keep it: ${place}`;
}
