import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildReport, reportAnswerSchema, reportProblems } from "./build-report.ts";
import type { CandidateClaim } from "./claim.ts";
import { reportSchema } from "./report.ts";
import type { Verdict } from "./verdict.ts";

const candidate = (id: string, answers: string[] = [], isPlaced = true): CandidateClaim => ({
  id,
  stepId: "read",
  text: `Text of ${id}.`,
  stance: "neutral",
  answers,
  doubt: "",
  quotes: [{ sourceId: "s1", exact: id, place: isPlaced ? { start: 0, end: 3, match: "exact" } : null }],
});
const verdict = (claimId: string, ruled: Verdict["verdict"], vote = 1): Verdict => ({ claimId, verdict: ruled, method: "model", stepId: "check", vote, verifier: "maker:model", reason: "", saw: [] });
const rules = { reportStepId: "report", requireEvidence: true, keepConflicts: true, requirements: [{ id: "r1", text: "Light" }, { id: "r2", text: "Heat" }] };
const sentence = (text: string, ...claims: string[]) => ({ text, claims });
const collected = (claims: CandidateClaim[], verdicts: Verdict[] = [], dropped: CandidateClaim[] = []) => ({ claims, verdicts, dropped, missing: [] });

describe("a report", () => {
  it("takes states from the verdicts, quotes and requirements from the candidates", () => {
    const answer = reportAnswerSchema.parse({
      claims: [{ key: "c1", text: "Both.", from: ["a#1", "a#2"] }, { key: "c2", text: "Other.", from: ["a#3"] }, { key: "c3", text: "Third.", from: ["a#4"] }],
      blocks: [{ type: "paragraph", sentences: [sentence("Both.", "c1"), { text: "Then:", isConnective: true }, sentence("Other.", "c2")] }],
      conflicts: [{ claims: ["c2", "c3"], about: "watts" }],
    });
    const report = buildReport(answer, collected([candidate("a#1", ["r1"]), candidate("a#2"), candidate("a#3"), candidate("a#4")], [verdict("a#1", "supported"), verdict("a#2", "supported"), verdict("a#3", "refuted")]), rules);
    expect(report.claims).toMatchObject([
      { id: "report#c1", from: ["a#1", "a#2"], state: "supported", answers: ["r1"], quotes: [{ exact: "a#1" }, { exact: "a#2" }] },
      { state: "conflicted" },
      { state: "conflicted" },
    ]);
    expect(report.blocks).toEqual([{ type: "paragraph", sentences: [{ text: "Both.", claimIds: ["report#c1"], isConnective: false }, { text: "Then:", claimIds: [], isConnective: true }, { text: "Other.", claimIds: ["report#c2"], isConnective: false }] }]);
    expect(report.conflicts).toEqual([{ claimIds: ["report#c2", "report#c3"], about: "watts" }]);
    expect(report.unanswered).toEqual([{ requirementId: "r2", text: "Heat", why: "No claim of the report answers it.", closest: [] }]);
  });

  it("holds beside what is open what workers found near it, of a requirement and of what the synthesizer names, each once", () => {
    const near = (exact: string) => ({ sourceId: "s1", exact, place: { start: 0, end: exact.length, match: "exact" as const } });
    const missing = [
      { text: "Heat", why: "", answers: ["r2"], closest: [near("warm"), near("hot")] },
      { text: "Noise", why: "", answers: [], closest: [near("hot"), near("loud"), near("shrill"), near("dull"), near("thin")] },
    ];
    const answer = reportAnswerSchema.parse({ claims: [], blocks: [], unanswered: [{ text: "Noise", why: "", lookedFor: ["M2", "M9"] }] });
    const { unanswered } = buildReport(answer, { ...collected([]), missing }, { ...rules, requirements: rules.requirements.slice(1) });
    expect(unanswered.map(({ text, closest }) => [text, closest.map(({ exact }) => exact)])).toEqual([["Noise", ["hot", "loud", "shrill", "dull"]], ["Heat", ["warm", "hot"]]]);
  });

  it("keeps the doubt whether a claim answers, unless one of its candidates has none, and leaves what it would answer open", () => {
    const doubtful = (id: string) => ({ ...candidate(id, ["r1"]), doubt: "Warm is not heat." });
    const answer = reportAnswerSchema.parse({ claims: [{ key: "c1", text: "Perhaps.", from: ["a#1", "a#2"] }, { key: "c2", text: "Or so.", from: ["a#3"] }], blocks: [] });
    const open = buildReport(answer, collected([doubtful("a#1"), doubtful("a#2"), doubtful("a#3")]), rules);
    expect(open.claims.map(({ doubt }) => doubt)).toEqual(["Warm is not heat.", "Warm is not heat."]);
    expect(open.unanswered).toMatchObject([{ requirementId: "r1", why: "What the report says on it may not answer it." }, { requirementId: "r2" }]);
    const settled = buildReport(answer, collected([doubtful("a#1"), candidate("a#2", ["r1"]), doubtful("a#3")]), rules);
    expect(settled.claims.map(({ doubt }) => doubt)).toEqual(["", "Warm is not heat."]);
    expect(settled.unanswered).toMatchObject([{ requirementId: "r2" }]);
  });

  it("holds no claim without a placed quote, nor the sentence that rests on it, where evidence is required", () => {
    const answer = reportAnswerSchema.parse({ claims: [{ key: "c1", text: "Made up.", from: ["a#1"] }], blocks: [{ type: "paragraph", sentences: [sentence("Made up.", "c1")] }] });
    const given = collected([candidate("a#1", ["r1"], false)], [verdict("a#1", "supported")]);
    expect(buildReport(answer, given, rules)).toMatchObject({ claims: [], blocks: [], leftOut: [{ candidateId: "a#1", reason: "dropped" }], unanswered: [{ requirementId: "r1" }, { requirementId: "r2" }] });
    expect(buildReport(answer, given, { ...rules, requireEvidence: false }).claims).toHaveLength(1);
  });

  it("takes a heading without claims for what joins others, marked as that or not", () => {
    const answer = { claims: [], blocks: [{ type: "heading" as const, sentences: [sentence("Light")] }, { type: "paragraph" as const, sentences: [sentence("All is well.")] }], conflicts: [], leftOut: [], unanswered: [] };
    const report = buildReport(reportAnswerSchema.parse(answer), collected([]), rules);
    expect(report.blocks.map(({ sentences: [first] }) => first?.isConnective)).toEqual([true, false]);
  });

  it("is undecided without a majority, and unverified without a verdict", () => {
    const answer = reportAnswerSchema.parse({ claims: [{ key: "c1", text: "Split.", from: ["a#1"] }, { key: "c2", text: "Bare.", from: ["a#2"] }], blocks: [] });
    const report = buildReport(answer, collected([candidate("a#1"), candidate("a#2")], [verdict("a#1", "supported"), verdict("a#1", "refuted", 2)]), rules);
    expect(report.claims.map(({ state }) => state)).toEqual(["not-enough-info", "unverified"]);
  });

  it("counts claims as a reader meets them, and those in no sentence last", () => {
    const keys = ["c1", "c2", "c3", "c4"];
    const answer = reportAnswerSchema.parse({
      claims: keys.map((key, index) => ({ key, text: key, from: [`a#${index + 1}`] })),
      blocks: [{ type: "paragraph", sentences: [sentence("Fourth.", "c4")] }, { type: "list-item", sentences: [sentence("Second, again fourth.", "c2", "c4"), sentence("First.", "c1")] }],
    });
    const report = buildReport(answer, collected(keys.map((_, index) => candidate(`a#${index + 1}`))), rules);
    expect(report.claims.map(({ text }) => text)).toEqual(["c4", "c2", "c1", "c3"]);
  });

  it("names what isn't there", () => {
    const answer = reportAnswerSchema.parse({ claims: [{ key: "c1", text: "x", from: ["b#1"] }, { key: "c1", text: "y", from: ["a#1"] }], blocks: [{ type: "paragraph", sentences: [sentence("z", "c7")] }] });
    expect(reportProblems(answer, collected([candidate("a#1")]))).toEqual(['There is no candidate "b#1".', 'There is no claim with the key "c7".', "Two claims have the same key."]);
  });

  it("loses no candidate, whatever a synthesizer leaves out", () => {
    const ids = ["a#1", "a#2", "a#3", "a#4"];
    const claims = fc.uniqueArray(fc.record({ key: fc.constantFrom("c1", "c2", "c3"), from: fc.subarray(ids, { minLength: 1 }) }), { selector: ({ key }) => key, maxLength: 3 });
    const leftOut = fc.array(fc.record({ candidateId: fc.constantFrom(...ids), reason: fc.constantFrom("merged" as const, "off-topic" as const) }));
    const ruled = fc.array(fc.record({ id: fc.constantFrom(...ids), ruled: fc.constantFrom("supported" as const, "refuted" as const, "not-enough-info" as const) }));
    fc.assert(
      fc.property(claims, leftOut, ruled, fc.subarray(ids), (chosen, left, verdicts, unplaced) => {
        const answer = reportAnswerSchema.parse({ claims: chosen.map((one) => ({ ...one, text: one.key })), blocks: [], leftOut: left });
        const given = collected(ids.slice(0, 3).map((id) => candidate(id, [], !unplaced.includes(id))), verdicts.map(({ id, ruled: one }, index) => verdict(id, one, index + 1)), [candidate("a#4")]);
        const report = reportSchema.parse(buildReport(answer, given, rules));
        const named = [...report.claims.flatMap(({ from }) => from), ...report.leftOut.map(({ candidateId }) => candidateId)];
        expect([...new Set(named)].toSorted()).toEqual(ids);
        expect(report.leftOut.every(({ candidateId }) => !report.claims.some(({ from }) => from.includes(candidateId)))).toBe(true);
      }),
    );
  });
});
