import { z } from "zod";
import { edgeSchema } from "./edge.ts";
import { nodeIdSchema, proseSchema, titleSchema } from "./field-schema.ts";
import { nodeSchema } from "./node.ts";

/** The name of the form, part of every digest. */
/** What a graph written as JSON calls itself. */
export const graphFormat = "countersign/graph@1";

const phaseSchema = z.strictObject({ id: nodeIdSchema, title: titleSchema });

/** Why the work is divided as it is. */
const strategySchema = z.strictObject({
  summary: proseSchema.default(""),
  /** Along what the work is divided: "by aspect", "by document". */
  dimension: proseSchema.default(""),
  alternatives: z.array(z.strictObject({ summary: proseSchema, whyNot: proseSchema })).max(20).default([]),
  doneWhen: proseSchema.default(""),
});

/** What is said of the plan as a whole. */
export const planSchema = z.strictObject({
  title: titleSchema.or(z.literal("")).default(""),
  strategy: strategySchema.default(strategySchema.parse({})),
  phases: z.array(phaseSchema).max(50).default([]),
  reportNode: nodeIdSchema.optional(),
});

export type Plan = z.infer<typeof planSchema>;

const positionSchema = z.strictObject({ x: z.number(), y: z.number() });

/** Where nodes stand on the canvas, in pixels; relative to their parents. */
export const positionsSchema = z.record(nodeIdSchema, positionSchema);

/** The form of a graph; what must hold between its parts is `findDefect`'s to say. */
export const graphSchema = z.strictObject({
  format: z.literal(graphFormat).default(graphFormat),
  ...planSchema.shape,
  nodes: z.array(nodeSchema).max(5_000).default([]),
  edges: z.array(edgeSchema).max(20_000).default([]),
  layout: positionsSchema.default({}),
});

/** A workflow as nodes and edges. */
export type Graph = z.infer<typeof graphSchema>;

/** A graph as it is written, by a model, by hand or in a file. */
export type GraphInput = z.input<typeof graphSchema>;

export const emptyGraph: Graph = graphSchema.parse({});

/** The plan as a whole, without its parts. */
export function planOf({ title, strategy, phases, reportNode }: Graph): Plan {
  return reportNode === undefined ? { title, strategy, phases } : { title, strategy, phases, reportNode };
}
