import { onTestFinished } from "vitest";
import { operator } from "../../core/access/actor.ts";
import { briefSchema } from "../../core/brief/brief.ts";
import { diffGraphs } from "../../core/workflow/diff-graphs.ts";
import { emptyGraph, graphSchema } from "../../core/workflow/graph.ts";
import { createServices, type ServiceSettings } from "../../server/services.ts";
import { freshServices } from "./services.ts";
import { soundGraph } from "./sound-graph.ts";
import { writtenPlan } from "./written-plan.ts";

const secret = "a secret of at least thirty-two characters";
const brief = briefSchema.parse({ question: "What survives a crash?", requirements: [{ id: "r1", text: "What survives" }], scope: { tools: ["search_sources", "read_source"], collections: [] } });

/** Time enough for a worker to write something. */
export const patience = { timeout: 30_000, interval: 50 };

/** A reviewed plan in a house that another process serves, with settings of its own; `work` starts a worker. */
export async function reviewedHouse(settings: Partial<ServiceSettings> = {}) {
  const { services: house, databaseUrl } = await freshServices();
  const plan = diffGraphs(emptyGraph, graphSchema.parse(soundGraph({ covers: ["r1"], tools: [] })));
  const { workflowId, planId } = await writtenPlan(databaseUrl, { brief, plan });
  await house.finishPlan(operator, planId);
  const services = createServices({ databaseUrl, secret, publicOrigin: null, port: 3000, ...settings });
  onTestFinished(() => services.close());
  const work = async () => {
    const worker = await services.startWork();
    onTestFinished(() => worker.close());
  };
  return { services, databaseUrl, secret, workflowId, planId, work };
}
