import { briefSchema, type BriefInput } from "../../core/brief/brief.ts";
import { diffGraphs } from "../../core/workflow/diff-graphs.ts";
import { emptyGraph, graphSchema, type GraphInput } from "../../core/workflow/graph.ts";
import type { Resident } from "../browser/resident.ts";
import { soundGraph } from "./sound-graph.ts";
import { writtenPlan } from "./written-plan.ts";

const usual: BriefInput = { question: "What survives a crash?", requirements: [{ id: "r1", text: "What survives" }] };

/** A plan that somebody kept as its first revision, without waiting for a planner. */
export async function keptPlan(databaseUrl: string, { api }: Pick<Resident, "api">, graph: GraphInput = soundGraph({ covers: ["r1"], tools: [] }), brief: BriefInput = usual): Promise<string> {
  const whole = graphSchema.parse(graph);
  // As planners write: a node names a phase that is there.
  const begun = { ...emptyGraph, phases: whole.phases };
  const plan = [...diffGraphs(emptyGraph, begun), ...diffGraphs(begun, whole)];
  const { workflowId, planId } = await writtenPlan(databaseUrl, { brief: briefSchema.parse(brief), plan });
  // The worker may have found before that nobody writes it.
  await api.workflows.cancelPlan.mutate({ planId });
  await api.workflows.keepPlan.mutate({ planId });
  return workflowId;
}
