import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordRun, soundRun, verdictOn, type RunParts } from "../../tests/setup/recorded-run.ts";
import { auditResults } from "./audit-finding.ts";
import { auditRules, auditRun } from "./audit-run.ts";

const audit = (changes: Partial<RunParts> = {}) => auditRun(recordRun({ ...soundRun, ...changes }));
const report = soundRun.report!;
const claimIndex = fc.nat(report.claims.length - 1);
const changedClaim = (index: number, change: Partial<(typeof report.claims)[number]>) => ({
  report: { ...report, claims: report.claims.map((claim, at) => (at === index ? { ...claim, ...change } : claim)) },
});
/** Better first; inconclusive is no better than failed. */
const rank = (result: (typeof auditResults)[number]) => ["passed", "passed-with-warnings"].indexOf(result) + 1 || 9;

describe("auditRun", () => {
  it("passes a run in which nothing is missing, with no rule left out", () => {
    expect(audit()).toEqual({ result: "passed", findings: [], notRun: [] });
  });

  it("passes with warnings where the worst is a warning", () => {
    const extra = [{ type: "tool-called" as const, stepId: "write", attempt: 1, tool: "fetch_url", input: { json: {} }, output: null, outcome: "not-granted" as const, durationMs: 1 }];
    expect(audit({ extra })).toMatchObject({ result: "passed-with-warnings", findings: [{ severity: "warning" }] });
  });

  it("is inconclusive without a report, and lists every check that could not run", () => {
    const { result, notRun } = audit({ report: null, end: { type: "run-failed", stepId: "write", message: "No." } });
    expect(result).toBe("inconclusive");
    expect(notRun.map(({ ruleId }) => ruleId)).toEqual(auditRules.filter(({ id }) => !id.endsWith("exceeded") && id !== "audit/fallback-used").map(({ id }) => id));
  });

  it("is inconclusive when a report states nothing", () => {
    expect(audit({ brief: { ...soundRun.brief, requirements: [] }, report: { ...report, blocks: [] } }).result).toBe("inconclusive");
  });

  it("fails a run that completed and left a critical requirement open", () => {
    const unanswered = { report: { ...report, blocks: [], claims: [], conflicts: [] } };
    expect(audit(unanswered).result).toBe("failed");
  });

  it("is inconclusive when a verifier's result can't be read", () => {
    const run = recordRun(soundRun);
    const entries = run.entries.map((entry) => (entry.event.type === "step-completed" && entry.event.stepId === "read-before" ? { ...entry, event: { ...entry.event, output: { digest: "d".repeat(64), byteLength: 9 } } } : entry));
    expect(auditRun({ ...run, entries }).result).toBe("inconclusive");
  });

  it("does not depend on the order in which events are handed over", () => {
    const run = recordRun(soundRun);
    const expected = auditRun(run);
    fc.assert(
      fc.property(fc.shuffledSubarray([...run.entries], { minLength: run.entries.length }), (entries) => {
        expect(auditRun({ ...run, entries })).toEqual(expected);
      }),
    );
  });

  it("is never better for a verdict less, unless the one that said no is taken away", () => {
    const verdicts = [...soundRun.verdicts, verdictOn("read-before#1", "not-enough-info", { stepId: "second" }), verdictOn("read-before#1", "refuted", { stepId: "second", vote: 2 })];
    fc.assert(
      fc.property(fc.subarray(verdicts), fc.nat(), (kept, at) => {
        const removable = kept.filter(({ verdict }) => verdict !== "refuted");
        const without = kept.filter((verdict) => verdict !== removable[at % Math.max(1, removable.length)]);
        expect(rank(audit({ verdicts: without }).result)).toBeGreaterThanOrEqual(rank(audit({ verdicts: kept }).result));
      }),
    );
  });
});

describe("planted faults", () => {
  it("fails for a fabricated quote, whichever claim cites it and however it reads", () => {
    fc.assert(
      fc.property(claimIndex, fc.string({ unit: "grapheme", minLength: 12, maxLength: 120 }), (index, words) => {
        const exact = `${words} and, as every engineer knows, zebras agree`;
        const [quote] = report.claims[index]!.quotes;
        expect(audit(changedClaim(index, { quotes: [{ ...quote!, exact }] })).result).toBe("failed");
      }),
    );
  });

  it("fails for a swapped source", () => {
    fc.assert(
      fc.property(claimIndex, (index) => {
        const [quote] = report.claims[index]!.quotes;
        const other = soundRun.sources.find(({ id }) => id !== quote!.sourceId)!;
        expect(audit(changedClaim(index, { quotes: [{ ...quote!, sourceId: other.id }] })).result).toBe("failed");
      }),
    );
  });

  it("fails for every verdict on a claim dropped", () => {
    fc.assert(
      fc.property(claimIndex, (index) => {
        const { from } = report.claims[index]!;
        expect(audit({ verdicts: soundRun.verdicts.filter(({ claimId }) => !from.includes(claimId)) }).result).toBe("failed");
      }),
    );
  });

  it("fails for a refuted claim that is kept as fact", () => {
    fc.assert(
      fc.property(claimIndex, (index) => {
        const { from } = report.claims[index]!;
        const verdicts = soundRun.verdicts.map((verdict) => (from.includes(verdict.claimId) ? { ...verdict, verdict: "refuted" as const } : verdict));
        expect(audit({ verdicts, report: { ...report, conflicts: [] } }).result).toBe("failed");
      }),
    );
  });

  it("fails for a missing item, whatever its key", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }).filter((key) => key !== "after.md"), (key) => {
        expect(audit({ items: { each: ["after.md", key] } }).result).toBe("failed");
      }),
    );
  });
});
