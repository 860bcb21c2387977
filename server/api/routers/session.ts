import { z } from "zod";
import { emailSchema, maxPasswordLength } from "../../../core/access/member.ts";
import { verbatimSchema } from "../../../core/text/text-schema.ts";
import { procedure, publicProcedure, router } from "../trpc.ts";

const passwordSchema = verbatimSchema({ max: maxPasswordLength });

export const sessionRouter = router({
  me: publicProcedure.query(({ ctx }) => ({
    member: ctx.session?.member ?? null,
    sessionId: ctx.session?.sessionId ?? null,
  })),

  signIn: publicProcedure
    .input(z.object({ email: emailSchema, password: passwordSchema }))
    .mutation(async ({ ctx, input }) => {
      const outcome = await ctx.services.signIn({ ...input, headers: ctx.headers, address: ctx.address });
      if (!outcome.ok) return outcome;
      outcome.setCookies.forEach(ctx.setCookie);
      return { ok: true as const };
    }),

  signOut: procedure("account-manage").mutation(async ({ ctx }) => {
    await ctx.services.endSession(ctx.member, { sessionId: ctx.sessionId, isOwnBrowser: true });
    (await ctx.services.forgetCookies(ctx.headers)).forEach(ctx.setCookie);
    return { ok: true as const };
  }),
});
