import { z } from "zod";
import type { Finding, FindingTarget } from "../preflight/finding.ts";
import { withoutHidden } from "../preflight/hidden-text.ts";
import { verbatimSchema } from "../text/text-schema.ts";
import { opSchema } from "../workflow/op.ts";

/** Before the name of what a model has to say, where a rule of ours has its family. */
const family = "critic/";

const sentenceSchema = (max: number) => verbatimSchema({ max }).transform((text) => withoutHidden(text).trim()).pipe(z.string().min(1, "Say it in words."));

/** One thing that a critic has to say of a plan: its line, and the entry of the log. */
export const opinionSchema = z.strictObject({
  /** As `nameOfTarget` writes it: `plan`, `node/read`. */
  on: z.string().regex(/^(plan|(node|edge|requirement)\/.{1,100})$/, 'Name what it is about: "plan", "node/<id>", "edge/<id>" or "requirement/<id>".'),
  topic: z.string().max(40).regex(/^[a-z]+(-[a-z]+)*$/, "Name the topic in small letters with hyphens, such as missing-perspective."),
  /** Whatever a model says, what it thinks stands in nobody's way. */
  severity: z.enum(["error", "warning", "note"]).transform((severity) => (severity === "note" ? "note" : "warning")),
  message: sentenceSchema(600),
  why: sentenceSchema(600),
  fixes: z.array(z.strictObject({ title: sentenceSchema(80), ops: z.array(opSchema).min(1).max(50) })).max(3).default([]),
});

export type Opinion = z.infer<typeof opinionSchema>;

/** What a critic says that has nothing to add to what the rules found. */
export const noOpinionSchema = z.strictObject({ nothing: sentenceSchema(600) });

/** A model's opinion in the shape of what rules report. */
export function findingOf({ on, topic, severity, message, why, fixes }: Opinion): Finding {
  return { ruleId: `${family}${topic}`, severity, target: targetOf(on), message, why, fixes };
}

/** Whether a finding is what a model thinks, and no rule's. */
export function isOpinion({ ruleId }: Pick<Finding, "ruleId">): boolean {
  return ruleId.startsWith(family);
}

function targetOf(on: string): FindingTarget {
  const [type, id = ""] = [on.slice(0, on.indexOf("/")), on.slice(on.indexOf("/") + 1)];
  return type === "node" || type === "edge" || type === "requirement" ? { type, id } : { type: "plan" };
}
