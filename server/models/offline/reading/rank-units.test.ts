import { expect, it } from "vitest";
import { answerOdds } from "./answer-odds.ts";
import { aspectsOf } from "./aspect.ts";
import { nearestUnits, rankUnits } from "./rank-units.ts";
import { readKnowledge } from "./search-knowledge.ts";

it("answers where one that is nearly as good as the best is likely to answer", () => {
  const text = "# Lamp\n\nThe lamp dims, and the guard reads.\n\n# Switch\n\nA switch whose maxWatts the guard in the hall reads dims it.\n";
  const words = Object.entries({ lamp: 10, guard: 4, reads: 6, maxwatts: 3, dim: 5 }).map(([word, passages]) => ({ word, passages }));
  const passage = { sourceId: "s1", title: "Home", path: "home.md", heading: "", start: 0, end: text.length, text };
  const knowledge = readKnowledge([{ input: { query: "lamps" }, value: { passages: [passage], counted: { passages: 100, words } } }]);
  const question = "Does a lamp dim when the guard reads maxWatts?";
  const [aspect] = aspectsOf({ part: "assignment", task: "work", title: "", instructions: question, doneWhen: "", answerAs: "claims", schema: null }, { question, requirements: [] }, null);
  const near = aspect === undefined ? [] : nearestUnits(knowledge, aspect);
  expect(near.map(({ signs, score }) => answerOdds(signs, score) >= 9 / 4)).toEqual([false, true]);
  expect(aspect === undefined ? null : rankUnits(knowledge, aspect)).toMatchObject({ ranked: [{}, {}], isSure: true });
});
