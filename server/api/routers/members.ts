import { z } from "zod";
import { roleSchema } from "../../../core/access/role.ts";
import { procedure, router } from "../trpc.ts";

const managed = procedure("member-manage");
const memberIdSchema = z.object({ memberId: z.uuid() });

export const membersRouter = router({
  list: procedure("member-read").query(({ ctx }) => ctx.services.listMembers()),

  changeRole: managed
    .input(memberIdSchema.extend({ role: roleSchema }))
    .mutation(({ ctx, input }) => ctx.services.changeRole(ctx.actor, input)),

  deactivate: managed
    .input(memberIdSchema)
    .mutation(({ ctx, input }) => ctx.services.setMemberActive(ctx.actor, { ...input, isActive: false })),

  reactivate: managed
    .input(memberIdSchema)
    .mutation(({ ctx, input }) => ctx.services.setMemberActive(ctx.actor, { ...input, isActive: true })),
});
