import type { Brief } from "../../core/brief/brief.ts";
import type { MendRequest, PlanRequest } from "../../core/planning/plan-request.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { Op } from "../../core/workflow/op.ts";
import { planPrompt } from "./plan-prompt.ts";
import { PlanWriter } from "./plan-writer.ts";
import type { Streaming } from "./stream-plan.ts";
import { writeAndMend } from "./write-and-mend.ts";

/** Everything that one writing of a plan needs. */
export interface PlanRun extends Streaming {
  brief: Brief;
  tools: PlanRequest["tools"];
  collections: PlanRequest["collections"];
  /** What is stored of the plan already. */
  written: Graph;
  /** Applied after the model's own, in order and like them: what an example declares. */
  extraOps: readonly Op[];
}

/** `stopped`: somebody ended the plan meanwhile; what is stored stays. */
export type PlanOutcome = "written" | "stopped";

/**
 * Has a model write a plan. Every element that it writes is stored as it comes, applied or refused; what was refused
 * goes back to the model once.
 * @throws what the model or the store throws; what is stored by then stays.
 */
export async function writePlan(run: PlanRun): Promise<PlanOutcome> {
  const { brief, tools, collections } = run;
  const writer = new PlanWriter(run.written);
  const written = () => withoutLayout(writer.graph);
  const isWritten = await writeAndMend(
    writer,
    {
      prompt: planPrompt,
      request: (): PlanRequest => ({ task: "write-plan", brief, tools, collections, written: written() }),
      mending: (refusals): MendRequest => ({ task: "mend-plan", refusals, written: written() }),
    },
    run,
  );
  if (!isWritten) return "stopped";
  const extra = run.extraOps.map((op) => writer.writeOp(op));
  if (extra.length > 0 && !(await run.append(extra))) return "stopped";
  return "written";
}

/** Where nodes stand on the canvas is no model's business. */
export function withoutLayout(graph: Graph): Graph {
  return { ...graph, layout: {} };
}
