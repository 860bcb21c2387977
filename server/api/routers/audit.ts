import { z } from "zod";
import { verbatimSchema } from "../../../core/text/text-schema.ts";
import { procedure, router } from "../trpc.ts";

const readers = procedure("audit-log-read");

const querySchema = z.object({
  /** Only entries below this sequence. */
  before: z.number().int().positive().nullish().transform((before) => before ?? null),
  limit: z.number().int().min(1).max(200).default(50),
  action: verbatimSchema({ max: 64 }).nullish().transform((action) => action ?? null),
  actorId: z.uuid().nullish().transform((actorId) => actorId ?? null),
});

export const auditRouter = router({
  list: readers.input(querySchema).query(async ({ ctx, input }) => {
    // One more than asked for tells whether there is an older page.
    const entries = await ctx.services.listAuditLog({ ...input, limit: input.limit + 1 });
    const page = entries.slice(0, input.limit);
    return { entries: page, nextBefore: entries.length > page.length ? (page.at(-1)?.sequence ?? null) : null };
  }),

  verifyChain: readers.query(({ ctx }) => ctx.services.checkAuditChain()),
});
