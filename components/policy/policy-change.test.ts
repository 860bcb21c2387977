import { expect, it } from "vitest";
import { digestOfPolicy, mayWaive, policySchema, standardPolicy } from "../../core/review/policy.ts";
import { severityOf, waivedByOf, withSeverity, withWaivedBy } from "./policy-change.ts";

it("changes how one rule weighs, and taking it back leaves the policy as it was", () => {
  const strict = withSeverity(standardPolicy, "scope/drift", "error");
  expect([severityOf(strict, "scope/drift"), severityOf(strict, "scope/writes"), severityOf(strict, "constructor")]).toEqual(["error", "own", "own"]);
  expect(policySchema.parse(strict)).toEqual(strict);
  expect(digestOfPolicy(withSeverity(strict, "scope/drift", "own"))).toBe(digestOfPolicy(standardPolicy));
});

it("says whose waiver counts, for all rules and for one", () => {
  const strict = withWaivedBy(withWaivedBy(standardPolicy, null, "admins"), "text/hidden-characters", "nobody");
  expect([waivedByOf(strict, null), waivedByOf(strict, "text/hidden-characters"), waivedByOf(strict, "budget/over")]).toEqual(["admins", "nobody", "standard"]);
  expect([mayWaive(strict, "budget/over", "reviewer"), mayWaive(strict, "budget/over", "admin"), mayWaive(strict, "text/hidden-characters", "admin")]).toEqual([false, true, false]);
  expect(waivedByOf(withWaivedBy(strict, "text/hidden-characters", "standard"), "text/hidden-characters")).toBe("standard");
});
