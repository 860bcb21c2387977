import { z } from "zod";
import { firstIssue } from "../text/first-issue.ts";
import { notTooDeep } from "../text/not-too-deep.ts";
import { wellFormedDeep } from "../text/well-formed.ts";
import { digestGraph } from "../workflow/digest-graph.ts";
import { findDefect } from "../workflow/graph-defect.ts";
import { graphSchema, type Graph } from "../workflow/graph.ts";
import { briefSchema, type Brief } from "./brief.ts";

const planFileSchema = z.strictObject({
  brief: briefSchema,
  definition: graphSchema,
  digest: z.string().regex(/^[0-9a-f]{64}$/, "A digest has 64 hexadecimal digits."),
});

/** What `countersign plan` prints and `countersign check` reads: a question and what was planned for it. */
export type PlanFile = z.infer<typeof planFileSchema>;

/** A definition that was read from a file. */
export interface ReadPlan {
  definition: Graph;
  /** Of the definition as it is in the file. */
  digest: string;
  /** Null for a bare definition. */
  brief: Brief | null;
  /** What the file itself says its digest is; null for a bare definition. */
  statedDigest: string | null;
}

export type ReadPlanOutcome = { ok: true; plan: ReadPlan } | { ok: false; message: string };

/** What `countersign run` and `export` print holds the plan among other things, which are nothing to check before a run. */
function planIn(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("definition" in value && "findings" in value && "audit" in value)) return value;
  const { brief, definition, digest } = value as Partial<PlanFile>;
  return { brief, definition, digest };
}

/** Reads a plan file, alone or in a run's result, or a bare definition: what it says must have their form, and its parts must fit each other (SPEC F3 to F8). */
export function readPlanFile(value: unknown): ReadPlanOutcome {
  const isPlan = typeof value === "object" && value !== null && "definition" in value;
  const parsed = notTooDeep(() => (isPlan ? planFileSchema : graphSchema).safeParse(wellFormedDeep(planIn(value))));
  if (parsed === null) return { ok: false, message: "it is nested too deeply" };
  if (!parsed.success) return { ok: false, message: firstIssue(parsed.error) };
  const { definition, brief, digest: statedDigest } =
    "definition" in parsed.data ? parsed.data : { definition: parsed.data, brief: null, digest: null };
  const defect = findDefect(definition);
  if (defect !== null) return { ok: false, message: defect.message };
  return { ok: true, plan: { definition, digest: digestGraph(definition), brief, statedDigest } };
}
