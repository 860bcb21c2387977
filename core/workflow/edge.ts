import { z } from "zod";
import { expressionSchema, inputNameSchema, nodeIdSchema } from "./field-schema.ts";

/** A connection between siblings; `as` is the name under which the receiver sees what comes (SPEC F6, F7). */
export const edgeSchema = z
  .strictObject({
    id: nodeIdSchema,
    from: nodeIdSchema,
    to: nodeIdSchema,
    as: inputNameSchema.optional(),
    kind: z.enum(["data", "order"]).default("data"),
    when: expressionSchema.optional(),
  })
  .transform((edge) => ({ ...edge, as: edge.as ?? inputNameOf(edge.from) }));

/** An edge as it is held. */
export type Edge = z.infer<typeof edgeSchema>;

/** An edge as it is written. */
export type EdgeInput = z.input<typeof edgeSchema>;

/** The name of an input that nobody named: its source's id as an identifier. */
function inputNameOf(nodeId: string): string {
  const name = nodeId.replaceAll("-", "_");
  return /^\d/.test(name) ? `_${name}`.slice(0, 64) : name;
}
