import { z } from "zod";
import { nodeIdSchema } from "../workflow/field-schema.ts";
import { verbatimSchema } from "../text/text-schema.ts";

/** So much of the text on either side is kept, in UTF-16 code units. */
export const contextLength = 32;

/**
 * A range of a text, so that it is found again after edits: the words themselves, what stands around them and where they
 * stood (W3C Web Annotation, TextQuoteSelector and TextPositionSelector).
 */
const textRangeSchema = z.strictObject({
  exact: verbatimSchema({ max: 2_000 }),
  prefix: verbatimSchema({ min: 0, max: contextLength }),
  suffix: verbatimSchema({ min: 0, max: contextLength }),
  /** In UTF-16 code units of the text as it was. */
  start: z.number().int().nonnegative(),
});

export type TextRange = z.infer<typeof textRangeSchema>;

const fieldNameSchema = z.string().regex(/^[A-Za-z]{1,40}$/);

/** What an annotation of a plan is about. */
export const annotationTargetSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("plan") }),
  z.strictObject({ type: z.literal("node"), id: nodeIdSchema }),
  z.strictObject({ type: z.literal("edge"), id: nodeIdSchema }),
  z.strictObject({ type: z.literal("requirement"), id: nodeIdSchema }),
  /** What a rule says of a target; `on` is the target's name, as waivers have it. */
  z.strictObject({ type: z.literal("finding"), ruleId: z.string().regex(/^[a-z]+\/[a-z-]{1,60}$/), on: z.string().max(80) }),
  /** Words inside one of a node's texts. */
  z.strictObject({ type: z.literal("text"), nodeId: nodeIdSchema, field: fieldNameSchema, range: textRangeSchema }),
]);

export type AnnotationTarget = z.infer<typeof annotationTargetSchema>;

/** What a finding's target is called, as a target of its own; null for the plan. */
export function targetNamed(name: string): Extract<AnnotationTarget, { type: "node" | "edge" | "requirement" }> | null {
  const [type, id = ""] = name.split("/");
  return type === "node" || type === "edge" || type === "requirement" ? { type, id } : null;
}

/** The node that a target is, is in or is about; null where it is none. */
export function nodeOfTarget(target: AnnotationTarget): string | null {
  if (target.type === "node") return target.id;
  if (target.type === "text") return target.nodeId;
  const on = target.type === "finding" ? targetNamed(target.on) : null;
  return on?.type === "node" ? on.id : null;
}
