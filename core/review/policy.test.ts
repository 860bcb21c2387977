import { describe, expect, it } from "vitest";
import { digestOfPolicy, mayWaive, reasonAgainstApprover, policySchema, standardPolicy } from "./policy.ts";
import { blockingErrors, waiverSchema } from "./waiver.ts";

describe("a policy", () => {
  it("has a digest that changes with what it asks, and not with the order in which it is written", () => {
    expect(digestOfPolicy(policySchema.parse({ checkpoints: { beforeReport: false }, ceilings: {} }))).toBe(digestOfPolicy(standardPolicy));
    expect(digestOfPolicy(policySchema.parse({ checkpoints: { beforeReport: true } }))).not.toBe(digestOfPolicy(standardPolicy));
  });

  it("says whose waiver counts, by rule, and is not taken in by names that objects have anyway", () => {
    const strict = policySchema.parse({ waivers: { standard: ["admin"], byRule: { "text/hidden-characters": [], "budget/over": ["author", "admin"] } } });
    expect((["viewer", "author", "reviewer", "admin"] as const).map((role) => [mayWaive(strict, "budget/over", role), mayWaive(strict, "verify/missing", role), mayWaive(strict, "text/hidden-characters", role)])).toEqual([
      [false, false, false],
      [true, false, false],
      [false, false, false],
      [true, true, false],
    ]);
    expect(mayWaive(strict, "constructor", "admin")).toBe(true);
    expect((["reviewer", "admin"] as const).map((role) => [mayWaive(standardPolicy, "budget/over", role), mayWaive(standardPolicy, "structure/not-runnable", role)])).toEqual([
      [true, false],
      [true, false],
    ]);
    expect(policySchema.safeParse({ severities: JSON.parse('{"__proto__/x": "off"}') }).success).toBe(false);
  });
});

it("a policy says whose approval counts: by role, and whether the author's does", () => {
  const strict = policySchema.parse({ approvals: { count: 2, roles: ["admin"], mayAuthor: false } });
  const asked = (policy: typeof strict) => (["author", "reviewer", "admin"] as const).flatMap((role) => [false, true].map((isAuthor) => reasonAgainstApprover(policy, { role, isAuthor })));
  expect(asked(strict)).toEqual(["role", "role", "role", "role", null, "author"]);
  expect(asked(standardPolicy)).toEqual(["role", "role", null, null, null, null]);
  expect(policySchema.safeParse({ approvals: { roles: ["author"] } }).success).toBe(false);
});

describe("a waiver", () => {
  const finding = (ruleId: string, id: string, severity: "error" | "warning" = "error") => ({ ruleId, severity, target: { type: "node" as const, id } });

  it("takes one target of one rule out of the way, and nothing else", () => {
    const findings = [finding("a/b", "x"), finding("a/b", "y"), finding("a/c", "x"), finding("a/d", "x", "warning")];
    expect(blockingErrors(findings, [{ ruleId: "a/b", target: "node/x" }])).toEqual([finding("a/b", "y"), finding("a/c", "x")]);
  });

  it("needs a reason", () => {
    const waiver = { ruleId: "a/b", target: "plan" };
    expect(["", "          ", "because"].map((reason) => waiverSchema.safeParse({ ...waiver, reason }).success)).toEqual([false, false, false]);
    expect(waiverSchema.safeParse({ ...waiver, reason: "We accept this once." }).success).toBe(true);
  });
});
