import { z } from "zod";
import { roleSchema, type Role } from "../access/role.ts";
import { digestOf, type Digest } from "../text/digest.ts";

const ruleIdSchema = z.string().regex(/^[a-z]+\/[a-z-]+$/, "A rule is named like coverage/item-unread.");
const countSchema = z.number().int().positive();
/** Of those who may decide at all. */
const approverSchema = z.enum(["reviewer", "admin"]);
const whoSchema = z.array(roleSchema).max(4);

/** What can't run at all doesn't run better with a reason. */
const neverWaived = { "structure/bad-expression": [], "structure/cycle": [], "structure/not-runnable": [] };

/**
 * What an installation asks of every plan, beyond what a brief says. Versioned: a changed policy is another version with
 * another digest, which is part of every manifest.
 */
export const policySchema = z.strictObject({
  format: z.literal("countersign/policy@1").default("countersign/policy@1"),
  /** Severity by rule id where it differs from the rule's own; `off` leaves the rule out. */
  severities: z.record(ruleIdSchema, z.enum(["error", "warning", "note", "off"])).default({}),
  /** Above these a plan is in error, whatever its brief allows; null for no ceiling. */
  ceilings: z
    .strictObject({
      maxAgents: countSchema.nullable().default(null),
      /** Most items of one map. */
      maxFanOut: countSchema.nullable().default(1_000),
      /** Most passes of one loop. */
      maxIterations: countSchema.nullable().default(50),
      /** Integer micro-USD. */
      maxCostMicroUsd: z.number().int().nonnegative().nullable().default(null),
      /** What a model takes in where its own window is not known, in tokens. */
      maxContextTokens: countSchema.default(200_000),
    })
    .prefault({}),
  /** Where a person must be asked. */
  checkpoints: z
    .strictObject({
      beforeWrites: z.boolean().default(false),
      /** After a map of more items than this; null for never. */
      afterFanOutOver: z.number().int().nonnegative().nullable().default(null),
      beforeReport: z.boolean().default(false),
    })
    .prefault({}),
  /** How many people must approve a plan before it may run, and who they may be. */
  approvals: z
    .strictObject({
      count: z.number().int().min(1).max(10).default(1),
      roles: z.array(approverSchema).min(1).max(2).default(["reviewer", "admin"]),
      /** Whether the approval of somebody counts who asked for the plan or saved a revision of it. */
      mayAuthor: z.boolean().default(true),
    })
    .prefault({}),
  /** Whose waiver counts, by rule id; `standard` for the rules that aren't named. Nobody may where the list is empty. */
  waivers: z
    .strictObject({
      standard: whoSchema.default(["reviewer", "admin"]),
      byRule: z.record(ruleIdSchema, whoSchema).default(neverWaived),
    })
    .prefault({}),
});

export type Policy = z.infer<typeof policySchema>;

export type PolicyInput = z.input<typeof policySchema>;

/** What holds as long as nobody decided otherwise. */
export const standardPolicy: Policy = policySchema.parse({});

/** The digest of a policy, part of every manifest that was made under it. */
export function digestOfPolicy(policy: Policy): Digest {
  return digestOf(policy);
}

/** Whether a role may accept an error of a rule, with a reason, instead of having it fixed. */
export function mayWaive(policy: Policy, ruleId: string, role: Role): boolean {
  const { standard, byRule } = policy.waivers;
  return (Object.hasOwn(byRule, ruleId) ? byRule[ruleId] : standard)?.includes(role) ?? false;
}

/** Why somebody's approval of a plan doesn't count under a policy; null when it does. */
export function reasonAgainstApprover({ approvals }: Policy, { role, isAuthor }: { role: Role; isAuthor: boolean }): "role" | "author" | null {
  if (!approvals.roles.some((one) => one === role)) return "role";
  return isAuthor && !approvals.mayAuthor ? "author" : null;
}
