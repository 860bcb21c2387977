import fc from "fast-check";
import { expect, test } from "vitest";
import { readRunsQuery, spellPlace, toInput } from "./runs-query.ts";

test("a place between two pages survives the address", () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("9999-12-31") }), fc.uuid(), (createdAt, id) => {
      const params = new URLSearchParams(new URLSearchParams({ before: spellPlace({ createdAt, id }) }).toString());
      expect(readRunsQuery(params).before).toEqual({ createdAt, id });
    }),
  );
});

test("an address that makes no sense filters nothing", () => {
  const nothing = readRunsQuery(new URLSearchParams());
  expect(readRunsQuery(new URLSearchParams("status=fine&days=-3&cost=much&who=me&before=then&waiting=yes"))).toEqual(nothing);
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom("status", "days", "cost", "who", "before"), fc.string({ maxLength: 12 })), (values) => {
      const { limit, minCost, startedAfter } = toInput(readRunsQuery(new URLSearchParams(values)), new Date("2026-11-22"));
      expect(limit).toBe(50);
      expect(minCost === null || Number.isSafeInteger(minCost)).toBe(true);
      expect(startedAfter === null || !Number.isNaN(startedAfter.getTime())).toBe(true);
    }),
  );
});
