import { describe, expect, it } from "vitest";
import type { RequestPart } from "../../../core/run/request-part.ts";
import { answerReport } from "./answer-report.ts";
import { answerVerdicts } from "./answer-verdicts.ts";
import { requestPartsIn } from "./request-parts.ts";

const partsOf = (...parts: RequestPart[]) => requestPartsIn([{ role: "user", content: parts.map((part) => ({ type: "text", text: JSON.stringify(part) })) }]);
const assignment = (task: "verify" | "report"): RequestPart => ({ part: "assignment", task, title: "", instructions: "", doneWhen: "", answerAs: "report", schema: null });
const said = (turn: ReturnType<typeof answerReport>) => JSON.parse(turn?.type === "text" ? turn.text : "null");

const rule = (text: string, exact: string, around = exact, isPlaced = true) => {
  const claim: RequestPart = {
    part: "claim",
    claimId: "a#1",
    text,
    quotes: [{ sourceId: "s1", exact, place: isPlaced ? { start: 0, end: exact.length, match: "exact" } : null }],
    surroundings: [{ sourceId: "s1", title: "", path: "", start: 0, end: around.length, text: around }],
  };
  return said(answerVerdicts(partsOf(assignment("verify"), claim))).verdicts[0];
};

describe("the offline verifier", () => {
  it.each([
    ["supported", "Lamps take at most 40 watts.", "Lamps take at most `40` **watts**."],
    ["refuted", "Lamps take at most 60 watts.", "Lamps take at most 40 watts."],
    ["refuted", "Lamps are not supported outdoors.", "Lamps are supported outdoors."],
    ["refuted", "Lamps can be painted indoors.", "Lamps can't be painted indoors."],
    ["not-enough-info", "Lamps take at most 40 watts.", "Candles burn for seven hours."],
    ["not-enough-info", "Lamps are bright and cheap in every shop.", "Lamps are bright."],
    ["not-enough-info", "Lamps appeared in 1879.", "Lamps appeared long ago."],
  ])("finds %s: %j beside %j", (verdict, text, exact) => {
    expect(rule(text, exact)).toMatchObject({ claimId: "a#1", verdict, reason: expect.stringMatching(/\w/) });
  });

  it("doesn't call a claim cut from a longer quote its contradiction, and counts no quote that is nowhere", () => {
    expect(rule("Lamps are bright.", "Lamps are bright. They do not burn, whatever the shop that sells them may say of it.")).toMatchObject({ verdict: "supported" });
    expect(rule("Lamps are bright.", "Lamps are bright.", "", false)).toMatchObject({ verdict: "not-enough-info" });
  });
});

const candidate = (id: string, text: string, fields: { answers?: string[]; verdict?: "supported" | "refuted"; foundBy?: string; doubt?: string } = {}): RequestPart => ({
  part: "candidate",
  claim: { id, stepId: "read", foundBy: fields.foundBy ?? "Read", text, stance: "neutral", answers: fields.answers ?? [], doubt: fields.doubt ?? "", quotes: [] },
  verdicts: [{ verdict: fields.verdict ?? "supported", reason: "", method: "text-check" }],
});
const brief = (requirements: string[] = []): RequestPart => ({ part: "brief", question: "How many watts do lamps take?", requirements: requirements.map((text, index) => ({ id: `r${index + 1}`, text, kind: "aspect", isCritical: false })) });

describe("the offline synthesizer", () => {
  it("puts what answers first, joins what says the same, and leaves refuted claims out by name", () => {
    const report = said(
      answerReport(partsOf(assignment("report"), brief(), candidate("a#1", "Lamps are bright things for every room."), candidate("a#2", "Lamps take 40 watts."), candidate("a#3", "Lamps take 40 watts!"), candidate("a#4", "Lamps take 90 watts.", { verdict: "refuted" }))),
    );
    expect(report.claims[0]).toEqual({ key: expect.any(String), text: "Lamps take 40 watts.", from: ["a#2", "a#3"] });
    expect(report.leftOut).toContainEqual({ candidateId: "a#4", reason: "refuted" });
    expect(JSON.stringify(report.blocks)).not.toContain("90");
  });

  it("keeps what whoever found the best answer put among the first, though it shares fewer words with the question", () => {
    const told = ["Lamps take many watts.", "Sixty are too much.", "Forty will do.", "Moths love the glow."];
    const report = said(answerReport(partsOf(assignment("report"), brief(), ...told.map((text, index) => candidate(`a#${index + 1}`, text)))));
    expect(report.claims.map(({ text }: { text: string }) => text)).toEqual(told.slice(0, 3));
    expect(report.leftOut).toEqual([{ candidateId: "a#4", reason: "off-topic" }]);
  });

  it("keeps what several found, though it shares no word with the question", () => {
    const report = said(answerReport(partsOf(assignment("report"), brief(), candidate("a#1", "Lamps take many watts."), candidate("b#1", "Watts make heat.", { foundBy: "Moths" }), ...["c", "b"].map((step) => candidate(`${step}#2`, "Moths love the glow.", { foundBy: "Moths" })), candidate("b#3", "They come at night.", { foundBy: "Moths" }))));
    expect(report.leftOut).toEqual([{ candidateId: "b#3", reason: "off-topic" }]);
  });

  it("keeps what each put first, though it shares no word with the question", () => {
    const report = said(answerReport(partsOf(assignment("report"), brief(), candidate("a#1", "Lamps take many watts."), candidate("b#1", "Moths love the glow.", { foundBy: "Moths" }), candidate("b#2", "They come at night.", { foundBy: "Moths" }))));
    expect(report.claims.map(({ text }: { text: string }) => text)).toEqual(["Lamps take many watts.", "Moths love the glow."]);
    expect(report.leftOut).toEqual([{ candidateId: "b#2", reason: "off-topic" }]);
  });

  it.each(["How do I hang a lamp on a hook?", "What are the limits of a lamp on a hook?"])("leaves in the order in which it was read: %s", (question) => {
    const asked: RequestPart = { part: "brief", question, requirements: [] };
    const told = ["Find a beam.", "Screw the hook in.", "Hang the lamp on the hook."];
    const report = said(answerReport(partsOf(assignment("report"), asked, ...told.map((text, index) => candidate(`a#${index + 1}`, text, { answers: ["x"] })))));
    expect(report.claims.map(({ text }: { text: string }) => text)).toEqual(told);
  });

  it("leaves nothing open for one who looked for all of it, when another answers", () => {
    const looked: RequestPart = { part: "missing", id: "M1", text: "How many watts do lamps take", why: "", answers: [], closest: [] };
    expect(said(answerReport(partsOf(assignment("report"), brief(), candidate("a#1", "Forty."), looked))).unanswered).toEqual([]);
  });

  it("keeps both sides of what can't both hold", () => {
    const report = said(answerReport(partsOf(assignment("report"), brief(), candidate("a#1", "By default every lamp here takes 40 watts."), candidate("a#2", "By default every lamp here takes 60 watts."))));
    expect(report.conflicts).toMatchObject([{ claims: [expect.any(String), expect.any(String)] }]);
    expect(report.claims).toHaveLength(2);
  });

  it("finds no conflict in what two rows say of two things", () => {
    const rows = [candidate("a#1", "Oil lamps: a hall takes 40 watts of them by default; outdoors all the same."), candidate("a#2", "Gas lamps: a hall takes 60 watts of them by default; outdoors all the same.")];
    expect(said(answerReport(partsOf(assignment("report"), brief(), ...rows)))).toMatchObject({ conflicts: [], claims: [{}, {}] });
  });

  it("stands by requirement, and names those without an answer", () => {
    const report = said(answerReport(partsOf(assignment("report"), brief(["Watts of lamps", "Price of lamps"]), candidate("a#1", "Lamps take 40 watts.", { answers: ["r1"] }))));
    expect(report.blocks[0]).toMatchObject({ type: "heading", sentences: [{ text: "Watts of lamps", isConnective: true }] });
    expect(report.unanswered).toMatchObject([{ requirementId: "r2", text: "Price of lamps" }]);
  });

  it("tells of each thing that is compared before what is said of both, in the order of whoever read of it", () => {
    const asked: RequestPart = { part: "brief", question: "What is the difference between lanterns and candles?", requirements: [] };
    const of = (foundBy: string, id: string, text: string) => candidate(id, text, { foundBy });
    const parts = [of("Both", "c#1", "Lanterns and candles make a difference."), of("lanterns", "a#1", "A lantern is a lamp in a case."), of("lanterns", "a#2", "Lanterns hang."), of("candles", "b#1", "A candle is wax with a wick.")];
    const report = said(answerReport(partsOf(assignment("report"), asked, ...parts)));
    expect(report.blocks.map(({ sentences: [first] }: { sentences: { text: string }[] }) => first?.text)).toEqual(["Lanterns", "A lantern is a lamp in a case.", "Lanterns hang.", "Candles", "A candle is wax with a wick.", "Both", "Lanterns and candles make a difference."]);
  });

  it("compares nothing with a thing of which nothing is said", () => {
    const asked: RequestPart = { part: "brief", question: "What is the difference between Lanterns and Zyxotrons?", requirements: [] };
    expect(said(answerReport(partsOf(assignment("report"), asked, candidate("a#1", "Lanterns make light."))))).toMatchObject({ claims: [], unanswered: [{ requirementId: null }] });
  });

  it("says first what answers, and of what may answer that it may", () => {
    const doubt = "Whether this says yes or no can't be told by comparing words.";
    const maybe = said(answerReport(partsOf(assignment("report"), brief(), candidate("a#1", "Lamps take watts of many kinds.", { doubt }))));
    expect(maybe.blocks.map(({ sentences: [first] }: { sentences: { text: string; isConnective: boolean }[] }) => [first?.isConnective, first?.text])).toEqual([
      [true, "Nothing that was read is sure to answer this. What may answer it:"],
      [false, "Lamps take watts of many kinds."],
    ]);
    expect(maybe.unanswered).toMatchObject([{ requirementId: null, text: "How many watts do lamps take?", why: expect.stringContaining("can't be told") }]);
    const parts = [candidate("a#1", "Lamps take many watts, lamps do.", { doubt, answers: ["r2"] }), candidate("a#2", "Lamps take 40 watts.", { answers: ["r1"] })];
    const half = said(answerReport(partsOf(assignment("report"), brief(["Watts of lamps", "Whether lamps take watts"]), ...parts)));
    expect(half.blocks.map(({ sentences: [first] }: { sentences: { text: string }[] }) => first?.text)).toEqual(["Watts of lamps", "Lamps take 40 watts.", "Whether lamps take watts", "This may answer it:", "Lamps take many watts, lamps do."]);
    expect(half.unanswered).toMatchObject([{ requirementId: "r2" }]);
  });

  it("says that nothing answers where no claim came", () => {
    const report = said(answerReport(partsOf(assignment("report"), brief())));
    expect(report).toMatchObject({ claims: [], unanswered: [{ requirementId: null, text: "How many watts do lamps take?" }] });
  });

  it("names beside what nothing answers what was looked for on it", () => {
    const looked = (id: string, text: string): RequestPart => ({ part: "missing", id, text, why: "Nothing was found on it.", answers: [], closest: [] });
    const empty = said(answerReport(partsOf(assignment("report"), brief(), looked("M1", "How many watts do lamps take"), looked("M2", "Price of lamps"))));
    expect(empty.unanswered).toMatchObject([{ text: "How many watts do lamps take?", lookedFor: ["M1", "M2"] }]);
    expect(JSON.stringify(empty.blocks)).toContain("don't answer this");
    const half = said(answerReport(partsOf(assignment("report"), brief(), candidate("a#1", "Lamps take 40 watts, whatever their price."), looked("M1", "40 watts lamps take"), looked("M2", "Colour of moths"), looked("M3", "Colour of moths"))));
    expect(half.unanswered).toMatchObject([{ text: "Colour of moths", lookedFor: ["M2", "M3"] }]);
  });
});
