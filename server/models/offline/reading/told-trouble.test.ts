import { expect, test } from "vitest";
import { aspectsOf } from "./aspect.ts";
import { troubleCheck } from "./told-trouble.ts";

const brief = { question: "Why does the lamp not burn when rain falls, and what should I check first?", requirements: [] };
const assignment = { part: "assignment", task: "work", title: "", instructions: "", doneWhen: "", answerAs: "claims", schema: null } as const;
const check = (text: string, isPart = true) => {
  const asked = isPart ? { ...brief, requirements: [{ id: "r1", text, kind: "aspect", isCritical: false }] } : { ...brief, question: text };
  const [aspect] = aspectsOf(assignment, asked, null);
  if (aspect === undefined) throw new Error("Nothing is asked.");
  return troubleCheck(aspect);
};
const cause = { title: "Lamp not burning", headings: ["Lamp not burning", "Cause"], text: "The wick is wet." };
const solution = { title: "Lamp not burning", headings: ["Lamp not burning", "Solution"], text: "Dry the wick." };

test("the cause and the way out of the trouble are told on the page that is called like it", () => {
  expect([cause, solution].map(check("Why the lamp stays dark"))).toEqual([true, true]);
  expect([cause, solution].map(check("What to check, in which order"))).toEqual([false, true]);
  expect([cause, solution].map(check("Why does the lamp not burn in rain?", false))).toEqual([true, true]);
});

test("not on a page about another trouble, under another heading, for another way of asking, or by leading elsewhere", () => {
  const asks = check("Why the lamp stays dark");
  expect([{ ...cause, title: "Lantern not lifting" }, { ...cause, headings: ["Lamp not burning", "History"] }, { ...solution, text: "See the chapter on wicks." }].map(asks)).toEqual([false, false, false]);
  expect(check("Which lamps burn in rain")(solution)).toBe(false);
});
