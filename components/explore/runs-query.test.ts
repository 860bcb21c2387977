import fc from "fast-check";
import { expect, test } from "vitest";
import { readRunsQuery, spellPlace, spellSort, toInput } from "./runs-query.ts";

test("a place between two pages survives the address", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1 }), fc.uuid(), (key, id) => {
      const params = new URLSearchParams(new URLSearchParams({ after: spellPlace({ key, id }) }).toString());
      expect(readRunsQuery(params).after).toEqual({ key, id });
    }),
  );
});

test("an address that makes no sense filters nothing", () => {
  const nothing = readRunsQuery(new URLSearchParams());
  expect(readRunsQuery(new URLSearchParams("status=fine&days=-3&cost=much&who=me&after=then&sort=luck&waiting=yes"))).toEqual(nothing);
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom("status", "days", "cost", "who", "after", "sort"), fc.string({ maxLength: 12 })), (values) => {
      const { limit, minCost, startedAfter } = toInput(readRunsQuery(new URLSearchParams(values)), new Date("2026-11-22"));
      expect(limit).toBe(50);
      expect(minCost === null || Number.isSafeInteger(minCost)).toBe(true);
      expect(startedAfter === null || !Number.isNaN(startedAfter.getTime())).toBe(true);
    }),
  );
});

test("a column is sorted by from its most, the other way round when chosen again, and the address keeps that", () => {
  const chosen = (sort: string, column: "started" | "cost") => spellSort(readRunsQuery(new URLSearchParams({ sort })), column);
  expect([chosen("", "cost"), chosen("cost", "cost"), chosen("-cost", "cost"), chosen("cost", "started"), chosen("", "started")]).toEqual(["cost", "-cost", "cost", "", "-started"]);
});
