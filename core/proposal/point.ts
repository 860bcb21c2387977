import { z } from "zod";
import { annotationTargetSchema, type AnnotationTarget } from "../annotation/annotation-target.ts";
import { opSchema } from "../workflow/op.ts";

/** What a change is to answer is named by this in the request and in the answer: `a1`, `f2`, `w1`. */
export const pointRefSchema = z.string().regex(/^[afw][1-9]\d{0,3}$/, "Name what it answers as the request does: a1, f1, w1.");

/** One thing that a proposal is asked to answer, as it was when it was asked. */
export const pointSchema = z.discriminatedUnion("type", [
  /** An open thread about a part of the plan. */
  z.object({
    type: z.literal("remark"),
    ref: pointRefSchema,
    annotationId: z.string(),
    target: annotationTargetSchema,
    targetName: z.string(),
    said: z.array(z.object({ by: z.string(), text: z.string() })),
  }),
  /** What a check reports; `on` is the target's name: `plan`, `node/read`. */
  z.object({
    type: z.literal("finding"),
    ref: pointRefSchema,
    ruleId: z.string(),
    severity: z.enum(["error", "warning", "note"]),
    on: z.string(),
    message: z.string(),
    why: z.string(),
    fixes: z.array(z.object({ title: z.string(), ops: z.array(opSchema) })),
  }),
  /** What the person who asks says besides, about these nodes or, with none, about the plan. */
  z.object({ type: z.literal("wish"), ref: pointRefSchema, nodeIds: z.array(z.string()), text: z.string() }),
]);

export type Point = z.infer<typeof pointSchema>;

/** What a point is about, as an annotation would name it. */
export function targetOfPoint(point: Point): AnnotationTarget {
  if (point.type === "remark") return point.target;
  if (point.type === "finding") return { type: "finding", ruleId: point.ruleId, on: point.on };
  const [only, ...others] = point.nodeIds;
  return only === undefined || others.length > 0 ? { type: "plan" } : { type: "node", id: only };
}
