import type { Brief } from "../../core/brief/brief.ts";
import type { PlanRequest } from "../../core/planning/plan-request.ts";
import type { MendProposal, ReviseRequest } from "../../core/planning/revise-request.ts";
import { unansweredOf, type Proposal } from "../../core/proposal/fold-proposal.ts";
import type { ProposalAsk } from "../../core/proposal/proposal-ask.ts";
import { ChangeWriter } from "./change-writer.ts";
import { revisePrompt } from "./revise-prompt.ts";
import type { Streaming } from "./stream-plan.ts";
import { writeAndMend } from "./write-and-mend.ts";
import { withoutLayout, type PlanOutcome } from "./write-plan.ts";

/** Everything that one writing of a proposal needs. */
export interface ProposalRun extends Streaming {
  brief: Brief;
  tools: PlanRequest["tools"];
  collections: PlanRequest["collections"];
  asked: Pick<ProposalAsk, "points" | "nodeIds">;
  /** What is written of it already. */
  written: Pick<Proposal, "graph" | "changes" | "unread">;
}

/**
 * Has a model propose changes to a plan. Every element that it writes is stored as it comes; what was refused goes back
 * to the model once.
 * @throws what the model or the store throws; what is stored by then stays.
 */
export async function proposeChanges(run: ProposalRun): Promise<PlanOutcome> {
  const { brief, tools, collections, asked, written } = run;
  const refs = asked.points.map(({ ref }) => ref);
  const added = written.changes.flatMap(({ ops }) => ops.flatMap((op) => (op.op === "node-add" ? [op.node.id] : [])));
  const writer = new ChangeWriter({ graph: written.graph, refs, part: asked.nodeIds, added });
  const open = new Set(unansweredOf(written, refs));
  const isWritten = await writeAndMend(
    writer,
    {
      prompt: revisePrompt,
      request: (): ReviseRequest => ({ task: "revise-plan", brief, tools, collections, plan: withoutLayout(writer.graph), points: asked.points, answered: refs.filter((ref) => !open.has(ref)), part: asked.nodeIds }),
      mending: (refusals): MendProposal => ({ task: "mend-proposal", refusals, plan: withoutLayout(writer.graph) }),
    },
    run,
  );
  return isWritten ? "written" : "stopped";
}
