import { z } from "zod";
import { edgeSchema } from "./edge.ts";
import { nodeIdSchema } from "./field-schema.ts";
import { positionsSchema } from "./graph.ts";
import { jsonValueSchema } from "./json-value.ts";
import { nodeSchema } from "./node.ts";

/** Sets the field at `path`; without a value, takes it away. Lists are replaced whole. */
const changeSchema = z.strictObject({
  path: z.array(z.string().min(1).max(100)).min(1).max(8),
  value: jsonValueSchema.optional(),
});

export type FieldChange = z.infer<typeof changeSchema>;

const changes = z.array(changeSchema).min(1).max(100);

/** One edit of a definition. Ops ask: `applyOps` says what becomes of them. */
export const opSchema = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("node-add"), node: nodeSchema }),
  z.strictObject({ op: z.literal("node-update"), id: nodeIdSchema, changes }),
  z.strictObject({ op: z.literal("node-remove"), id: nodeIdSchema }),
  z.strictObject({ op: z.literal("edge-add"), edge: edgeSchema }),
  z.strictObject({ op: z.literal("edge-update"), id: nodeIdSchema, changes }),
  z.strictObject({ op: z.literal("edge-remove"), id: nodeIdSchema }),
  z.strictObject({ op: z.literal("plan-update"), changes }),
  z.strictObject({ op: z.literal("layout-update"), positions: positionsSchema }),
]);

/** An op as it is held. */
export type Op = z.infer<typeof opSchema>;

/** An op as it is written, by a model or by hand. */
export type OpInput = z.input<typeof opSchema>;
