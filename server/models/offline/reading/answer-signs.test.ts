import { expect, test } from "vitest";
import { signReader } from "./answer-signs.ts";
import { aspectsOf } from "./aspect.ts";
import { readKnowledge } from "./search-knowledge.ts";

const text = "# Lamps\n\nA lamp burns.\n\n## maxWatts\n\nSets what a lamp takes.\n\n### Limits\n\nIts maxWatts is read from the `Lamp-Power` header and can be left out.\n";
const passage = { sourceId: "s1", title: "Lamps", path: "lamps.md", heading: "", start: 0, end: text.length, text };
const knowledge = readKnowledge([{ input: { query: "lamps" }, value: { passages: [passage], counted: { passages: 100, words: [{ word: "torch", passages: 0 }] } } }]);

/** One sign of each sentence, in their order. */
function signsOf(question: string, sign: "missing" | "named" | "weight" | "demanded", of = knowledge): number[] {
  const [aspect] = aspectsOf({ task: "work", title: "", instructions: question, doneWhen: "", answerAs: "claims", schema: null, part: "assignment" }, { question, requirements: [] }, null);
  return aspect === undefined ? [] : of.units.map(signReader(of, aspect)).map((signs) => signs[sign]);
}

test("a name written as in code counts whole where it stands, half above it, and against what holds it nowhere", () => {
  expect(signsOf("What is maxWatts?", "named")).toEqual([-1, 0.5, 1]);
  expect(signsOf("Which header is Lamp-Power, beside maxWatts?", "named")).toEqual([-1, 0.25, 1]);
  expect(signsOf("What is a lamp?", "named")).toEqual([0, 0, 0]);
});

test("a telling word that stands nowhere around is missing, one in a title isn't", () => {
  expect(signsOf("Does a lamp light a torch?", "missing")).toEqual([1, 1, 1]);
});

test("more telling words weigh more", () => {
  const [few = 0, more = 0] = ["What is a lamp?", "What is a lamp with a torch?"].map((question) => signsOf(question, "weight")[0] ?? 0);
  expect(more).toBeGreaterThan(few);
});

test("a version that is asked for is told by its number behind the name", () => {
  const told = "Dimming is on from Lamp 3.1.\n\nA lamp takes 40 watts.\n";
  const of = readKnowledge([{ input: { query: "lamps" }, value: { passages: [{ ...passage, title: "Home", end: told.length, text: told }] } }]);
  expect(signsOf("From which Lamp version on is dimming on?", "demanded", of)).toEqual([1, 0]);
});
