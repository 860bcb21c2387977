import { z } from "zod";
import { collectionNameSchema, searchQuerySchema, sourcePathSchema } from "../../../core/sources/source-schema.ts";
import { procedure, router } from "../trpc.ts";

const read = procedure("source-read");
const upload = procedure("source-upload");

const pageSize = 100;
const maxResults = 50;
/** More than fits into a request; what is too large for a source gets an answer of its own. */
const maxUploadLength = 1_048_576;

export const sourcesRouter = router({
  collections: read.query(({ ctx }) => ctx.services.listCollections()),

  /** Where the log of changes ends: what is read after that is followed from there. */
  newsEnd: read.query(async ({ ctx }) => ({ sequence: await ctx.services.lastSourceNews() })),

  list: read
    // `cursor` is the path of the last document of the page before.
    .input(z.object({ collectionId: z.uuid(), cursor: z.string().max(1_000).nullish(), query: searchQuerySchema.default("") }))
    .query(async ({ ctx, input }) => {
      const { collectionId, cursor, query } = input;
      const found = await ctx.services.listSources({ collectionId, after: cursor ?? null, text: query.trim(), limit: pageSize + 1 });
      const documents = found.slice(0, pageSize);
      return { documents, nextCursor: found.length > pageSize ? (documents.at(-1)?.path ?? null) : null };
    }),

  get: read.input(z.object({ sourceId: z.uuid() })).query(({ ctx, input }) => ctx.services.describeSource(input.sourceId)),

  search: read
    .input(
      z.object({
        query: searchQuerySchema,
        collections: z.array(collectionNameSchema).max(50).nullish(),
        limit: z.number().int().min(1).max(maxResults).default(20),
      }),
    )
    .query(({ ctx, input }) => ctx.services.searchSources({ ...input, collections: input.collections ?? null })),

  createCollection: upload
    .input(z.object({ name: collectionNameSchema }))
    .mutation(({ ctx, input }) => ctx.services.createCollection(ctx.actor, input)),

  upload: upload
    // Not made well-formed: a source is kept exactly as it came, or refused.
    .input(z.object({ collectionId: z.uuid(), path: sourcePathSchema, text: z.string().max(maxUploadLength) }))
    .mutation(({ ctx, input }) => ctx.services.uploadSource(ctx.actor, input)),

  remove: upload.input(z.object({ sourceId: z.uuid() })).mutation(({ ctx, input }) => ctx.services.removeSource(ctx.actor, input)),

  removeCollection: upload
    .input(z.object({ collectionId: z.uuid() }))
    .mutation(({ ctx, input }) => ctx.services.removeCollection(ctx.actor, input)),
});
