import { z } from "zod";
import { lineSchema } from "../text/text-schema.ts";
import {
  expressionSchema,
  inputNameSchema,
  knowable,
  nodeIdSchema,
  proseSchema,
  setSchema,
  titleSchema,
} from "./field-schema.ts";
import { jsonObjectSchema } from "./json-value.ts";
import { modelRoles, type ModelRole } from "./model-role.ts";

const nameSchema = lineSchema({ max: 200 });
const countSchema = z.number().int().positive();
const tools = knowable(setSchema(nameSchema)).default([]);

/** Limits of one node; what a limit doesn't name is bounded by the brief alone. */
const budgetSchema = z.strictObject({
  maxTokens: countSchema.optional(),
  /** Integer micro-USD. */
  maxCostMicroUsd: z.number().int().nonnegative().optional(),
  maxMinutes: z.number().positive().optional(),
});

const retrySchema = z.strictObject({
  /** Tries in all, the first included. */
  maxAttempts: countSchema.max(20),
  /** Wait before the second try, in milliseconds; doubled for each further one. */
  backoffMs: z.number().int().nonnegative().default(1_000),
});

/** What a worker will receive, written down so that it can be checked before it runs and shown after. */
const contextSchema = z.strictObject({
  question: z.boolean().default(true),
  /** Those it covers, all, or these. */
  requirements: z.union([z.enum(["covered", "all"]), setSchema(nodeIdSchema)]).default("covered"),
  /** Collections or sources it may be given passages of. */
  sources: setSchema(nameSchema).default([]),
  /** Names of incoming edges, or all of them. */
  inputs: z.union([z.literal("all"), setSchema(inputNameSchema)]).default("all"),
  maxTokens: countSchema.optional(),
});

/** What an answer must look like: claims with quotes (DESIGN.md §5), any JSON Schema, or free text. */
const outputSchema = z.union([
  z.strictObject({ as: z.literal("claims") }),
  z.strictObject({ as: z.literal("text") }),
  z.strictObject({ as: z.literal("json"), schema: jsonObjectSchema }),
]);

const shared = {
  id: nodeIdSchema,
  title: titleSchema,
  rationale: proseSchema.default(""),
  phase: nodeIdSchema.optional(),
  parent: nodeIdSchema.optional(),
  /** Ids of the brief's requirements that this node is there for. */
  covers: setSchema(nodeIdSchema).default([]),
  budget: budgetSchema.optional(),
  retry: retrySchema.optional(),
  onError: z.enum(["fail", "skip", "ask"]).default("fail"),
};

const role = (preset: ModelRole) => knowable(z.enum(modelRoles)).default(preset);

const schemaByKind = {
  agent: z.strictObject({
    ...shared,
    kind: z.literal("agent"),
    instructions: knowable(proseSchema).default(""),
    context: knowable(contextSchema).default(contextSchema.parse({})),
    tools,
    role: role("worker"),
    actions: z.enum(["tools", "code"]).default("tools"),
    output: knowable(outputSchema).default({ as: "claims" }),
    maxTurns: knowable(countSchema).optional(),
    doneWhen: proseSchema.default(""),
  }),
  tool: z.strictObject({
    ...shared,
    kind: z.literal("tool"),
    tool: knowable(nameSchema),
    /** An expression per parameter. */
    arguments: knowable(z.record(inputNameSchema, expressionSchema)).default({}),
  }),
  code: z.strictObject({
    ...shared,
    kind: z.literal("code"),
    source: knowable(proseSchema).default(""),
    tools,
    limits: z
      .strictObject({ timeoutMs: countSchema.optional(), memoryMb: countSchema.optional(), maxCalls: countSchema.optional() })
      .default({}),
  }),
  map: z.strictObject({
    ...shared,
    kind: z.literal("map"),
    items: knowable(expressionSchema),
    itemKey: expressionSchema.optional(),
    maxItems: knowable(countSchema).optional(),
    concurrency: countSchema.default(1),
    onItemError: z.enum(["keep", "skip", "fail"]).default("keep"),
  }),
  loop: z.strictObject({
    ...shared,
    kind: z.literal("loop"),
    until: knowable(expressionSchema),
    maxIterations: knowable(countSchema).optional(),
  }),
  branch: z.strictObject({ ...shared, kind: z.literal("branch") }),
  join: z.strictObject({
    ...shared,
    kind: z.literal("join"),
    waitFor: z.union([z.enum(["all", "any"]), countSchema]).default("all"),
  }),
  verify: z.strictObject({
    ...shared,
    kind: z.literal("verify"),
    criteria: knowable(proseSchema).default(""),
    sees: knowable(setSchema(z.enum(["claims", "evidence", "report", "reasoning"]))).default(["claims", "evidence"]),
    role: role("verifier"),
    votes: countSchema.max(9).default(1),
    onRefuted: z.enum(["drop", "mark", "send-back", "ignore"]).default("mark"),
  }),
  checkpoint: z.strictObject({
    ...shared,
    kind: z.literal("checkpoint"),
    asks: proseSchema.default(""),
    /** A JSON Schema of what the person may fill in. */
    form: jsonObjectSchema.default({}),
    timeoutMinutes: z.number().positive().optional(),
    /** `approve` exists because others' workflows do it; preflight refuses it. */
    onTimeout: z.enum(["keep-waiting", "reject", "approve"]).default("keep-waiting"),
  }),
  synthesize: z.strictObject({
    ...shared,
    kind: z.literal("synthesize"),
    instructions: knowable(proseSchema).default(""),
    role: role("synthesizer"),
    conflicts: z.enum(["keep", "drop"]).default("keep"),
    requireEvidence: z.boolean().default(true),
  }),
  subworkflow: z.strictObject({
    ...shared,
    kind: z.literal("subworkflow"),
    workflow: nameSchema,
    digest: z.string().regex(/^[0-9a-f]{64}$/, "A digest has 64 hexadecimal digits."),
    inputs: z.record(inputNameSchema, expressionSchema).default({}),
  }),
  opaque: z.strictObject({
    ...shared,
    kind: z.literal("opaque"),
    origin: z.strictObject({ format: nameSchema, name: nameSchema, detail: jsonObjectSchema.default({}) }),
  }),
} as const;

export type NodeKind = keyof typeof schemaByKind;

export const nodeKinds = Object.keys(schemaByKind) as NodeKind[];

const { agent, tool, code, map, loop, branch, join, verify, checkpoint, synthesize, subworkflow, opaque } = schemaByKind;

/** One node of a graph; `kind` tells them apart (DESIGN.md §5). */
export const nodeSchema = z.discriminatedUnion("kind", [
  agent,
  tool,
  code,
  map,
  loop,
  branch,
  join,
  verify,
  checkpoint,
  synthesize,
  subworkflow,
  opaque,
]);

/** A node as it is held: checked, with every default written out. */
export type Node = z.infer<typeof nodeSchema>;

/** A node as it is written, by a model or by hand. */
export type NodeInput = z.input<typeof nodeSchema>;

/** Whether nodes of this kind have a body (SPEC F4). */
export function isContainer(kind: NodeKind): kind is "map" | "loop" {
  return kind === "map" || kind === "loop";
}
