import { z } from "zod";
import { maxPasswordLength, memberNameSchema, newPasswordSchema } from "../../../core/access/member.ts";
import { verbatimSchema } from "../../../core/text/text-schema.ts";
import { procedure, router } from "../trpc.ts";

const own = procedure("account-manage");

export const accountRouter = router({
  changeName: own
    .input(z.object({ name: memberNameSchema }))
    .mutation(({ ctx, input }) => ctx.services.renameMember(ctx.actor, { memberId: ctx.member.id, name: input.name })),

  changePassword: own
    .input(z.object({ currentPassword: verbatimSchema({ max: maxPasswordLength }), newPassword: newPasswordSchema }))
    .mutation(({ ctx, input }) => ctx.services.changePassword(ctx.member, { ...input, sessionId: ctx.sessionId })),

  sessions: own.query(async ({ ctx }) => {
    const sessions = await ctx.services.listSessions(ctx.member.id);
    return sessions.map(({ memberId: _, ...session }) => ({ ...session, isCurrent: session.id === ctx.sessionId }));
  }),

  endSession: own
    .input(z.object({ sessionId: z.uuid() }))
    .mutation(({ ctx, input }) =>
      ctx.services.endSession(ctx.member, { ...input, isOwnBrowser: input.sessionId === ctx.sessionId }),
    ),
});
