import type { PlanFile } from "../core/brief/plan-file.ts";
import { writeAskedPlan } from "./asked-plan.ts";
import { awaitDocumentation } from "./await-documentation.ts";
import { readAsked } from "./plan-brief.ts";
import { tell } from "./tell.ts";
import { untilStopped } from "./until-stopped.ts";
import { withReadyServices } from "./with-services.ts";
import { withWorker } from "./with-worker.ts";

/**
 * Has a plan written as the operator: it grows on standard error, and is printed whole as JSON in the end, as
 * `countersign check` reads it.
 */
export async function plan(args: string[]): Promise<number> {
  const { asked } = await readAsked(args, { verb: "plan" });
  return withReadyServices((services, origin) => untilStopped(async (leave) => {
    await awaitDocumentation(services, tell);
    const { description, revision } = await withWorker(() => writeAskedPlan(services, asked, { origin, tell, leave }));
    const file: PlanFile = { brief: description.brief, definition: revision.graph, digest: revision.digest };
    process.stdout.write(`${JSON.stringify(file, null, 2)}\n`);
    return 0;
  }));
}
