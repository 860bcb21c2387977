import { z } from "zod";
import { modelFactSchema } from "../../../core/models/model-fact.ts";
import { modelPlaces } from "../../../core/models/model-place.ts";
import { modelNameSchema } from "../../../core/models/model-name.ts";
import { baseUrlSchema, providerNameSchema, providerProtocols } from "../../../core/models/provider.ts";
import { verbatimSchema } from "../../../core/text/text-schema.ts";
import { procedure, router } from "../trpc.ts";

const managed = procedure("model-manage");
const testLimitMs = 180_000;

/** A key goes in and never comes out again. */
const apiKeySchema = z.union([z.strictObject({ keep: z.literal(true) }), z.strictObject({ set: verbatimSchema({ max: 500 }).nullable() })]);

export const modelsRouter = router({
  /** Which model serves each role, and who chose it. */
  list: procedure("model-read").query(({ ctx }) => ctx.services.listModels()),

  /** Every model that can be chosen. */
  available: procedure("model-read").query(({ ctx }) => ctx.services.listAvailableModels()),

  choose: procedure("model-choose")
    .input(z.object({ place: z.enum(modelPlaces), model: z.string().min(1).max(200).nullable() }))
    .mutation(({ ctx, input }) => ctx.services.chooseModel(ctx.actor, input)),

  /** The providers without their keys, and what is known of models. */
  settings: managed.query(({ ctx }) => ctx.services.readModelSettings()),

  setProvider: managed
    .input(z.object({ name: providerNameSchema, protocol: z.enum(providerProtocols), baseUrl: baseUrlSchema, apiKey: apiKeySchema }))
    .mutation(({ ctx, input }) => ctx.services.setProvider(ctx.actor, input)),

  removeProvider: managed.input(z.object({ name: providerNameSchema })).mutation(({ ctx, input }) => ctx.services.removeProvider(ctx.actor, input.name)),

  setFact: managed.input(modelFactSchema).mutation(({ ctx, input }) => ctx.services.setModelFact(ctx.actor, input)),

  removeFact: managed.input(z.object({ model: modelNameSchema })).mutation(({ ctx, input }) => ctx.services.removeModelFact(ctx.actor, input.model)),

  /** Calls the model for real, a few times: it costs what such calls cost. */
  test: managed
    .input(z.object({ model: modelNameSchema }))
    .mutation(({ ctx, input, signal }) => ctx.services.testModel(input.model, AbortSignal.any([AbortSignal.timeout(testLimitMs), ...(signal === undefined ? [] : [signal])]))),
});
