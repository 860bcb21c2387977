import fc from "fast-check";
import { expect, test } from "vitest";
import { runClaims, type RunClaim } from "../../core/evidence/run-claim.ts";
import { viewRun } from "../../core/evidence/audited-run.ts";
import { recordRun, soundRun } from "../../tests/setup/recorded-run.ts";
import { sourceMarks } from "./source-marks.ts";

const [model] = runClaims(viewRun(recordRun(soundRun)));
const place = fc.tuple(fc.nat(60), fc.nat(20)).map(([start, length]) => ({ start, end: start + length, match: "exact" as const }));
const quote = fc.oneof(
  place.map((found) => ({ sourceId: "s", exact: "x", stepId: null, found: "in-source" as const, place: found, rows: null })),
  place.map((nearest) => ({ sourceId: "s", exact: "x", stepId: null, found: "not-in-source" as const, nearest })),
);
const claim: fc.Arbitrary<RunClaim> = fc.array(quote, { minLength: 1, maxLength: 4 }).map((quotes) => ({ ...model!, quotes }));

test("marks never overlap and stand in order, and the chosen one is whole", () => {
  fc.assert(
    fc.property(claim, fc.array(claim, { maxLength: 4 }), (chosen, claims) => {
      const marks = sourceMarks("s", { quoted: chosen, quoteIndex: 0 }, [chosen, ...claims]);
      for (const [index, mark] of marks.entries()) expect(mark.start).toBeGreaterThanOrEqual(marks[index - 1]?.end ?? 0);
      const [first] = chosen.quotes;
      const { start, end } = first!.found === "in-source" ? first!.place : first!.found === "not-in-source" ? first!.nearest! : { start: 0, end: 0 };
      const current = marks.filter(({ isCurrent }) => isCurrent === true).map((mark) => [mark.start, mark.end]);
      expect(current).toEqual(start < end ? [[start, end]] : []);
    }),
  );
});

test("only what is in this source is marked", () => {
  expect(sourceMarks("another", { quoted: model!, quoteIndex: 0 }, [model!])).toEqual([]);
});
