import { z } from "zod";
import { lineSchema, verbatimSchema } from "../text/text-schema.ts";

/** Ids that models write: readable in prompts, messages and URLs. */
export const nodeIdSchema = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/, "Use lower-case letters, digits and hyphens, at most 64.");

/** A name inside expressions (CEL's IDENT). */
export const inputNameSchema = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]{0,63}$/, "Use letters, digits and _, not beginning with a digit.");

export const titleSchema = lineSchema({ max: 120 });

/** Several lines of prose: instructions, criteria, rationales. */
export const proseSchema = verbatimSchema({ min: 0, max: 20_000 });

/** A CEL expression (https://cel.dev), checked where its names are known. */
export const expressionSchema = verbatimSchema({ max: 4_000 });

/** A list whose order means nothing: sorted, each once, so that reordering keeps the digest. */
export function setSchema(element: z.ZodType<string, string>, max = 200) {
  return z
    .array(element)
    .max(max)
    .transform((elements) => [...new Set(elements)].toSorted());
}

/** What an importer could not know, with the reason why (SPEC F10). */
const unknownSchema = z.strictObject({ unknown: lineSchema({ max: 300 }) });

/** A field that an import may leave unknown. */
export function knowable<Schema extends z.ZodType>(schema: Schema) {
  return z.union([schema, unknownSchema]);
}
