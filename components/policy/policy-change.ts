import type { Policy } from "../../core/review/policy.ts";
import type { Role } from "../../core/access/role.ts";
import type { Severity } from "../../core/preflight/finding.ts";

/** How a rule weighs here: as it says itself, otherwise, or not at all. */
export type AskedSeverity = Severity | "off" | "own";

/** Whose waiver counts, among those who may decide; `standard` for what holds where nothing else is said. */
export type WaivedBy = "standard" | "deciders" | "admins" | "nobody";

const rolesByWaivedBy: Record<Exclude<WaivedBy, "standard">, Role[]> = { deciders: ["reviewer", "admin"], admins: ["admin"], nobody: [] };

export function severityOf({ severities }: Policy, ruleId: string): AskedSeverity {
  return (Object.hasOwn(severities, ruleId) ? severities[ruleId] : undefined) ?? "own";
}

export function withSeverity(policy: Policy, ruleId: string, asked: AskedSeverity): Policy {
  return { ...policy, severities: withEntry(policy.severities, ruleId, asked === "own" ? null : asked) };
}

/** @param ruleId null for the rules that aren't named. */
export function waivedByOf({ waivers }: Policy, ruleId: string | null): WaivedBy {
  if (ruleId === null) return waivedByRoles(waivers.standard);
  return Object.hasOwn(waivers.byRule, ruleId) ? waivedByRoles(waivers.byRule[ruleId] ?? []) : "standard";
}

export function withWaivedBy(policy: Policy, ruleId: string | null, by: WaivedBy): Policy {
  const roles = by === "standard" ? null : rolesByWaivedBy[by];
  const { standard, byRule } = policy.waivers;
  return { ...policy, waivers: ruleId === null ? { standard: roles ?? standard, byRule } : { standard, byRule: withEntry(byRule, ruleId, roles) } };
}

function waivedByRoles(roles: readonly Role[]): WaivedBy {
  if (roles.includes("reviewer")) return "deciders";
  return roles.includes("admin") ? "admins" : "nobody";
}

/** Entries in the order of their names: a policy has no other. */
function withEntry<Value>(record: Readonly<Record<string, Value>>, key: string, value: Value | null): Record<string, Value> {
  const others = Object.entries(record).filter(([name]) => name !== key);
  const all = value === null ? others : [...others, [key, value] as const];
  return Object.fromEntries(all.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
