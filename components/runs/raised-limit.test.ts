import fc from "fast-check";
import { expect, test } from "vitest";
import { raiseOf } from "./raised-limit.ts";

test("what is proposed for a reached limit is always enough for the call that was not made", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("tokens", "cost", "minutes", "agents"),
      fc.nat(5_000_000),
      fc.integer({ min: 1, max: 5_000_000 }),
      fc.nat(5_000_000),
      (limit, used, wanted, allowed) => {
        const raised = raiseOf({ kind: "budget", stepId: null, limit, used, wanted, allowed });
        expect(raised?.value).toBeGreaterThanOrEqual(used + wanted);
        expect(raised?.withShown(raised.shown).value).toBe(raised?.value);
      },
    ),
  );
});

test("dollars are shown and micro-dollars are sent", () => {
  const raised = raiseOf({ kind: "budget", stepId: null, limit: "cost", used: 4_980_000, wanted: 40_000, allowed: 5_000_000 });
  expect(raised).toMatchObject({ shown: 7.5, min: 5.02 });
  expect(raised?.withShown(6.25).value).toBe(6_250_000);
});
