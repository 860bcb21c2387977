import { expect, it } from "vitest";
import { answerOdds } from "./answer-odds.ts";
import { aspectsOf } from "./aspect.ts";
import { nearestUnits, rankUnits } from "./rank-units.ts";
import { readKnowledge } from "./search-knowledge.ts";

it("answers where one that is nearly as good as the best is likely to answer", () => {
  const text = "# Lamp\n\nThe lamp dims at night, and the guard in the hall reads.\n\n# Switch\n\nA switch whose maxWatts the guard in the tower and hall reads while all others sleep dims what burns.\n";
  const words = Object.entries({ lamp: 20, guard: 4, reads: 6, maxwatts: 3, dim: 5, hall: 6, night: 7 }).map(([word, passages]) => ({ word, passages }));
  const passage = { sourceId: "s1", title: "Home", path: "home.md", heading: "", start: 0, end: text.length, text };
  const knowledge = readKnowledge([{ input: { query: "lamps" }, value: { passages: [passage], counted: { passages: 100, words } } }]);
  const question = "Does a lamp dim when the guard in the hall reads maxWatts at night?";
  const [aspect] = aspectsOf({ part: "assignment", task: "work", title: "", instructions: question, doneWhen: "", answerAs: "claims", schema: null }, { question, requirements: [] }, null);
  const near = aspect === undefined ? [] : nearestUnits(knowledge, aspect);
  expect(near.map(({ signs, score }) => answerOdds(signs, score) >= 9 / 4)).toEqual([false, true]);
  expect(aspect === undefined ? null : rankUnits(knowledge, aspect)).toMatchObject({ ranked: [{}, {}], isSure: true });
});

it("is sure of a part of a question where its few words are told on the page about the question, and not elsewhere", () => {
  const text = "# Oil lamps\n\nA lamp stands. The oil has to be changed before a move to the ship.\n";
  const sure = (title: string) => {
    const passage = { sourceId: "s1", title, path: "a.md", heading: "", start: 0, end: text.length, text: text.replace("Oil lamps", title) };
    const knowledge = readKnowledge([{ input: { query: "lamps" }, value: { passages: [passage], counted: { passages: 100, words: [] } } }]);
    const requirements = [{ id: "r1", text: "What must change to move", kind: "aspect", isCritical: true }];
    const [aspect] = aspectsOf({ part: "assignment", task: "work", title: "", instructions: "", doneWhen: "", answerAs: "claims", schema: null }, { question: "What do oil lamps need on a ship?", requirements }, null);
    return aspect === undefined ? null : rankUnits(knowledge, aspect);
  };
  expect(sure("Oil lamps")).toMatchObject({ isSure: true, ranked: [{ unit: { text: "The oil has to be changed before a move to the ship." } }, {}] });
  expect(sure("Halls")?.isSure).toBe(false);
});

it("is not sure where all is told but one telling word of the question, however well", () => {
  const text = "# Lamp\n\n## Oil of a lamp\n\nThe keeper of the hall fills the brass lamp with whale oil at dusk by hand.\n";
  const words = Object.entries({ keeper: 4, hall: 6, fill: 6, brass: 5, lamp: 10, whale: 4, oil: 8, dusk: 5, funnel: 3 }).map(([word, passages]) => ({ word, passages }));
  const sure = (question: string) => {
    const passage = { sourceId: "s1", title: "Lamp", path: "lamp.md", heading: "", start: 0, end: text.length, text };
    const knowledge = readKnowledge([{ input: { query: "lamps" }, value: { passages: [passage], counted: { passages: 100, words } } }]);
    const [aspect] = aspectsOf({ part: "assignment", task: "work", title: "", instructions: question, doneWhen: "", answerAs: "claims", schema: null }, { question, requirements: [] }, null);
    return aspect === undefined ? null : rankUnits(knowledge, aspect).isSure;
  };
  expect(sure("When does the keeper of the hall fill the brass lamp?")).toBe(true);
  expect(sure("When does the keeper of the hall fill the brass lamp through a funnel?")).toBe(false);
});

it("keeps for a part what answers on another page by itself", () => {
  const pages = { "Oil lamps": "The keeper fills the brass lamp at dusk.", Halls: "In halls, too, the keeper fills the brass lamp at dusk.", Ships: "A keeper sails." };
  const passages = Object.entries(pages).map(([title, text]) => ({ sourceId: title, title, path: "a.md", heading: "", start: 0, end: text.length, text }));
  const knowledge = readKnowledge([{ input: { query: "lamps" }, value: { passages, counted: { passages: 100, words: Object.entries({ keeper: 4, fill: 6, brass: 5, lamp: 10, dusk: 5 }).map(([word, count]) => ({ word, passages: count })) } } }]);
  const requirements = [{ id: "r1", text: "When the keeper fills the brass lamp at dusk", kind: "aspect", isCritical: true }];
  const [aspect] = aspectsOf({ part: "assignment", task: "work", title: "", instructions: "", doneWhen: "", answerAs: "claims", schema: null }, { question: "How does a keeper fill oil lamps of brass at dusk?", requirements }, null);
  const { ranked } = aspect === undefined ? { ranked: [] } : rankUnits(knowledge, aspect);
  expect(ranked.map(({ unit, isElsewhere }) => [unit.title, isElsewhere])).toEqual([["Oil lamps", false], ["Halls", true], ["Ships", false]]);
});
