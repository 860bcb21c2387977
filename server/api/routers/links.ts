import { z } from "zod";
import { linkTokenSchema } from "../../../core/access/access-link.ts";
import { emailSchema, memberNameSchema, newPasswordSchema } from "../../../core/access/member.ts";
import { roleSchema } from "../../../core/access/role.ts";
import { procedure, publicProcedure, router } from "../trpc.ts";

const managed = procedure("member-manage");

export const linksRouter = router({
  list: managed.query(({ ctx }) => ctx.services.listOpenLinks()),

  invite: managed
    .input(z.object({ role: roleSchema }))
    .mutation(({ ctx, input }) => ctx.services.inviteMember(ctx.actor, input)),

  resetPassword: managed
    .input(z.object({ memberId: z.uuid() }))
    .mutation(({ ctx, input }) => ctx.services.createResetLink(ctx.actor, input)),

  revoke: managed
    .input(z.object({ linkId: z.uuid() }))
    .mutation(({ ctx, input }) => ctx.services.revokeLink(ctx.actor, input)),

  describe: publicProcedure
    .input(z.object({ token: linkTokenSchema }))
    .query(({ ctx, input }) => ctx.services.describeLink({ ...input, address: ctx.address })),

  redeem: publicProcedure
    .input(
      z.object({
        token: linkTokenSchema,
        name: memberNameSchema.nullish().transform((name) => name ?? null),
        email: emailSchema.nullish().transform((email) => email ?? null),
        password: newPasswordSchema,
      }),
    )
    .mutation(({ ctx, input }) => ctx.services.redeemLink({ ...input, address: ctx.address })),
});
