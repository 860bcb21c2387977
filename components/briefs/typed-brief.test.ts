import { expect, test } from "vitest";
import { briefSchema } from "../../core/brief/brief.ts";
import { briefIssues, briefToSend, emptyBrief, isSameBrief, renumbered, typedFrom } from "./typed-brief.ts";

test("an empty form only lacks the question", () => {
  expect(briefIssues(emptyBrief())).toEqual({ question: "Ask something first." });
  expect(briefIssues({ ...emptyBrief(), question: "Why?" })).toEqual({});
});

test("rows without text are left out, and a wrong limit is told where it stands", () => {
  const typed = { ...emptyBrief(["next"]), question: "Why?", requirements: [{ id: "r1", text: "  ", kind: "aspect" as const, isCritical: false }] };
  expect(briefToSend(typed, []).requirements).toEqual([]);
  expect(briefIssues({ ...typed, budget: { ...typed.budget, maxAgents: 0 } })).toHaveProperty("budget.maxAgents");
});

test("a brief goes into the form and out of it unchanged", () => {
  const brief = briefSchema.parse({ question: "Why?", requirements: [{ id: "r1", text: "The reason", isCritical: true }], scope: { tools: ["read_source"] } });
  expect(briefSchema.parse(briefToSend(typedFrom(brief), ["notes"]))).toEqual(brief);
  expect(isSameBrief(typedFrom(brief), brief)).toBe(true);
  expect(isSameBrief({ ...typedFrom(brief), question: "Why not?" }, brief)).toBe(false);
});

test("as long as nobody chose, all collections are granted; choosing none stays none", () => {
  expect(briefToSend(emptyBrief(), ["docs", "notes"]).scope?.collections).toEqual(["docs", "notes"]);
  expect(briefToSend(emptyBrief([]), ["docs", "notes"]).scope?.collections).toEqual([]);
});

test("removing a row renames those after it", () => {
  const rows = ["a", "b"].map((text, index) => ({ id: `r${index + 2}`, text, kind: "aspect" as const, isCritical: false }));
  expect(renumbered(rows).map(({ id, text }) => `${id} ${text}`)).toEqual(["r1 a", "r2 b"]);
});
