import { z } from "zod";
import { rulings } from "../../../core/proposal/proposed-change.ts";
import { verbatimSchema } from "../../../core/text/text-schema.ts";
import { nodeIdSchema } from "../../../core/workflow/field-schema.ts";
import { opSchema } from "../../../core/workflow/op.ts";
import { procedure, router } from "../trpc.ts";

const read = procedure("workflow-read");
const write = procedure("workflow-write");

const proposalIdSchema = z.object({ proposalId: z.uuid() });

/** What models propose to change of plans. Their writing is canceled and resumed as that of plans is. */
export const proposalsRouter = router({
  /** Newest first. */
  list: read.input(z.object({ workflowId: z.uuid() })).query(({ ctx, input }) => ctx.services.listProposals(input.workflowId)),

  read: read.input(proposalIdSchema).query(({ ctx, input }) => ctx.services.readProposal(input.proposalId)),

  ask: write
    .input(
      proposalIdSchema.extend({
        workflowId: z.uuid(),
        revision: z.number().int().positive(),
        /** What is changed on the sender's screen and not saved. */
        batches: z.array(z.array(opSchema).min(1).max(5_000)).max(5_000),
        nodeIds: z.array(nodeIdSchema).max(200),
        wish: verbatimSchema({ min: 0, max: 4_000 }),
      }),
    )
    .mutation(({ ctx, input }) => ctx.services.askForProposal(ctx.actor, input)),

  rule: write
    .input(proposalIdSchema.extend({ numbers: z.array(z.number().int().positive()).min(1).max(5_000), said: z.enum(rulings) }))
    .mutation(({ ctx, input }) => ctx.services.ruleOnChanges(ctx.actor, input)),
});
