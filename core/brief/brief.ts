import { z } from "zod";
import { lineSchema, verbatimSchema } from "../text/text-schema.ts";
import { nodeIdSchema, setSchema } from "../workflow/field-schema.ts";

const nameSchema = lineSchema({ max: 200 });

/** One thing the answer must cover: an aspect of the question, a class of evidence, or each item of a list. */
const requirementSchema = z.strictObject({
  id: nodeIdSchema,
  text: lineSchema({ max: 300 }),
  kind: z.enum(["aspect", "evidence", "item"]).default("aspect"),
  /** A critical one left unanswered fails the audit. */
  isCritical: z.boolean().default(false),
});

export type Requirement = z.infer<typeof requirementSchema>;

/** What a run may use. Anything else is refused and recorded. */
const scopeSchema = z.strictObject({
  effects: z.enum(["read-only", "may-write"]).default("read-only"),
  tools: setSchema(nameSchema).default([]),
  collections: setSchema(nameSchema).default([]),
  domains: setSchema(nameSchema).default([]),
});

/** What a run may spend in all. Reserved before each call. */
const budgetSchema = z.strictObject({
  maxTokens: z.number().int().positive().max(1_000_000_000).default(2_000_000),
  /** Integer micro-USD. */
  maxCostMicroUsd: z.number().int().nonnegative().max(1_000_000_000_000).default(5_000_000),
  maxMinutes: z.number().positive().max(10_080).default(30),
  maxAgents: z.number().int().positive().max(10_000).default(60),
  maxParallel: z.number().int().positive().max(256).default(4),
});

/** What a person asks: one version, immutable once a plan was made from it. */
export const briefSchema = z
  .strictObject({
    question: verbatimSchema({ max: 4_000 }),
    requirements: z.array(requirementSchema).max(60).default([]),
    scope: scopeSchema.default(scopeSchema.parse({})),
    budget: budgetSchema.default(budgetSchema.parse({})),
  })
  .refine(({ requirements }) => new Set(requirements.map(({ id }) => id)).size === requirements.length, {
    path: ["requirements"],
    message: "Two requirements have the same id.",
  });

export type Brief = z.infer<typeof briefSchema>;

export type BriefInput = z.input<typeof briefSchema>;
