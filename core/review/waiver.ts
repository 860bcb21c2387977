import { z } from "zod";
import { nameOfTarget, type Finding } from "../preflight/finding.ts";
import { verbatimSchema } from "../text/text-schema.ts";

/** What somebody who approves says of an error instead of having it fixed. */
export const waiverSchema = z.strictObject({
  ruleId: z.string().min(1).max(100),
  /** As `nameOfTarget` writes it: one target of a rule, not the whole rule. */
  target: z.string().min(1).max(100),
  reason: verbatimSchema({ min: 1, max: 2_000 }).refine((reason) => reason.trim().length >= 10, "Say why in at least ten characters."),
});

/** A person's reasoned acceptance of what a rule says of one target. */
export type Waiver = z.infer<typeof waiverSchema>;

/** Whether a waiver is about a finding: rule and target are the same, whatever the message says by now. */
export function isAbout({ ruleId, target }: Pick<Waiver, "ruleId" | "target">, finding: Pick<Finding, "ruleId" | "target">): boolean {
  return finding.ruleId === ruleId && nameOfTarget(finding.target) === target;
}

/** The errors that stand in the way of an approval: those that nobody waived. */
export function blockingErrors<Kind extends Pick<Finding, "ruleId" | "target" | "severity">>(findings: readonly Kind[], waivers: readonly Pick<Waiver, "ruleId" | "target">[]): Kind[] {
  return findings.filter((finding) => finding.severity === "error" && !waivers.some((waiver) => isAbout(waiver, finding)));
}
