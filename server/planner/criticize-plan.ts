import type { Brief } from "../../core/brief/brief.ts";
import type { Critique } from "../../core/critique/critique.ts";
import type { CritiqueRequest, MendCritique } from "../../core/planning/critique-request.ts";
import { nameOfTarget, type Finding } from "../../core/preflight/finding.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import { criticPrompt } from "./critic-prompt.ts";
import { OpinionWriter } from "./opinion-writer.ts";
import type { Streaming } from "./stream-plan.ts";
import { writeAndMend } from "./write-and-mend.ts";
import { withoutLayout, type PlanOutcome } from "./write-plan.ts";

/** Everything that one critique needs. */
interface CritiqueRun extends Streaming {
  brief: Brief;
  tools: CritiqueRequest["tools"];
  collections: CritiqueRequest["collections"];
  /** The revision's. */
  graph: Graph;
  /** What the rules say of it. */
  findings: readonly Finding[];
  /** What is written of it already. */
  written: Pick<Critique, "findings">;
}

/**
 * Has a model say what it thinks of a plan. Every line that it writes is stored as it comes; what was refused goes back to
 * the model once. It reads the plan and the brief, and looks nothing up.
 * @throws what the model or the store throws; what is stored by then stays.
 */
export async function criticizePlan(run: CritiqueRun): Promise<PlanOutcome> {
  const { brief, tools, collections, graph, findings, written } = run;
  const said = (some: readonly Finding[]) => some.map(({ target, ruleId, message }) => ({ on: nameOfTarget(target), ruleId, message }));
  const isWritten = await writeAndMend(
    new OpinionWriter(graph, brief, written.findings),
    {
      prompt: criticPrompt,
      request: (): CritiqueRequest => ({ task: "criticize-plan", brief, tools, collections, plan: withoutLayout(graph), findings: said(findings), written: said(written.findings) }),
      mending: (refusals): MendCritique => ({ task: "mend-critique", refusals }),
    },
    { ...run, collections: [] },
  );
  return isWritten ? "written" : "stopped";
}
