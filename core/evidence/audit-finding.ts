import { z } from "zod";

/** What an audit says of a run's result; apart from the run's status (VERIFICATION.md, Audit). */
export const auditResults = ["passed", "passed-with-warnings", "failed", "inconclusive"] as const;

export const auditResultSchema = z.enum(auditResults);

export type AuditResult = z.infer<typeof auditResultSchema>;

const targetSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("run") }),
  /** `quote`: which of the claim's quotes, from 0. */
  z.strictObject({ type: z.literal("claim"), id: z.string(), quote: z.number().int().nonnegative().optional() }),
  z.strictObject({ type: z.literal("step"), id: z.string() }),
  z.strictObject({ type: z.literal("source"), id: z.string() }),
  z.strictObject({ type: z.literal("requirement"), id: z.string() }),
]);

/** What a finding of an audit is about. */
export type AuditTarget = z.infer<typeof targetSchema>;

const auditFindingSchema = z.strictObject({
  ruleId: z.string(),
  severity: z.enum(["error", "warning", "note"]),
  target: targetSchema,
  /** Names the claim, step, source or requirement, and the number. */
  message: z.string(),
  /** One sentence that a product manager understands. */
  why: z.string(),
});

export type AuditFinding = z.infer<typeof auditFindingSchema>;

export const auditSchema = z.strictObject({
  result: auditResultSchema,
  findings: z.array(auditFindingSchema),
  /** Rules that lacked what they need, with the reason. */
  notRun: z.array(z.strictObject({ ruleId: z.string(), reason: z.string() })),
});

/** Everything that one audit says. */
export type Audit = z.infer<typeof auditSchema>;

/** What an audit has to say of a claim. */
export function findingsOn(claim: { id: string }, audit: Pick<Audit, "findings"> | null): AuditFinding[] {
  return audit?.findings.filter(({ target }) => target.type === "claim" && target.id === claim.id) ?? [];
}
