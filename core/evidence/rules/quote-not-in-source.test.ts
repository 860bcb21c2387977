import { describe, expect, it } from "vitest";
import { auditWith, withClaim } from "../../../tests/setup/audit-with.ts";
import { soundRun } from "../../../tests/setup/recorded-run.ts";
import { quoteNotInSource } from "./quote-not-in-source.ts";

const [before] = soundRun.sources;
const citing = (exact: string, sourceId = before!.id) => withClaim("C1", { quotes: [{ sourceId, exact, place: { start: 0, end: exact.length, match: "exact" } }] });

describe("audit/quote-not-in-source", () => {
  it("trips on words that the source doesn't have, and shows what comes nearest, whatever place the worker gave", () => {
    expect(auditWith(quoteNotInSource, citing("Fill the tank to the lower mark every morning."))).toMatchObject([
      {
        target: { type: "claim", id: "C1", quote: 0 },
        message: expect.stringMatching(/^C1 cites words that are not in before\.md: "Fill the tank to the lower mark every morning\." The nearest passage says: ".*Fill the tank to the upper mark"$/),
      },
    ]);
  });

  it("says so when nothing is near, and when there is no such source", () => {
    expect(auditWith(quoteNotInSource, citing("Zebras gallop."))).toMatchObject([{ message: expect.stringContaining("Nothing in it comes near.") }]);
    expect(auditWith(quoteNotInSource, citing("Fill the tank", "00000000-0000-7000-8000-00000000000f"))).toMatchObject([{ message: expect.stringContaining("a source that is not there") }]);
  });

  it("is silent on every quote of a sound run, also where only typography differs", () => {
    expect(auditWith(quoteNotInSource)).toEqual([]);
    expect(auditWith(quoteNotInSource, citing("Fill the tank\nto  the upper mark."))).toEqual([]);
  });

  it("is silent on a claim that no sentence states", () => {
    const { report } = soundRun;
    const unstated = report!.blocks.filter(({ sentences }) => !sentences.some(({ claimIds }) => claimIds.includes("C1")));
    const changed = citing("Zebras gallop.").report;
    expect(auditWith(quoteNotInSource, { report: { ...changed!, blocks: unstated } })).toEqual([]);
  });

  it("does not run without a report, or without the text of a source that is cited", () => {
    expect(auditWith(quoteNotInSource, { report: null })).toBe('"Write the answer" did not write its report');
    expect(auditWith(quoteNotInSource, { sources: soundRun.sources.map((source) => ({ ...source, text: null })) })).toBe("the text of before.md is not at hand");
  });
});
