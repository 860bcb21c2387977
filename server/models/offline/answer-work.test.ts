import { expect, test } from "vitest";
import { answerWork } from "./answer-work.ts";
import { requestPartsIn } from "./request-parts.ts";

type Prompt = Parameters<typeof requestPartsIn>[0];

const parts = [
  { part: "assignment", task: "work", title: "Read", instructions: "How is the lamp in the hall lit?", doneWhen: "", answerAs: "claims", schema: null },
  { part: "brief", question: "How is the lamp in the hall lit?", requirements: [] },
];
const text = "The lamp in the hall is lit with a match by the guard.";

/** Where the worker reads on once a search has found the same sentence at these places of two documents. */
function placesRead(starts: Record<string, number>, asked = parts) {
  const passages = Object.entries(starts).map(([sourceId, start]) => ({ sourceId, title: "Lamps", path: "lamps.md", heading: "Hall", start, end: start + text.length, text }));
  const prompt: Prompt = [
    { role: "user", content: asked.map((part) => ({ type: "text", text: JSON.stringify(part) })) },
    { role: "assistant", content: [{ type: "tool-call", toolCallId: "1", toolName: "search_sources", input: { query: "lamp hall lit" } }] },
    { role: "tool", content: [{ type: "tool-result", toolCallId: "1", toolName: "search_sources", output: { type: "json", value: { passages } } }] },
  ];
  const turn = answerWork(requestPartsIn(prompt), { prompt, toolNames: new Set(["search_sources", "read_source"]) });
  return turn?.type === "tool-calls" ? turn.calls.map(({ input }) => input) : turn;
}

test("a long document is read where the best stands, and at its beginning", () => {
  expect(placesRead({ s1: 40_000 })).toEqual([{ sourceId: "s1", start: 40_000 }, { sourceId: "s1", start: 0 }]);
});

test("a short document is read from its beginning, once", () => {
  expect(placesRead({ s1: 4_000 })).toEqual([{ sourceId: "s1", start: 0 }]);
});

test("no more is read than a step may use", () => {
  const places = placesRead({ s1: 40_000, s2: 50_000, s3: 60_000, s4: 70_000, s5: 80_000 });
  expect(places).toHaveLength(4);
  expect(places).toContainEqual({ sourceId: "s1", start: 0 });
});

test("the page named after the question is read for a part of it before other words are looked for", () => {
  const question = "How do lamps burn in halls?";
  const [assignment] = parts;
  const asked = (about: string) => [{ ...assignment, instructions: "Find this." }, { part: "brief", question: about, requirements: [{ id: "r1", text: "What is left over", kind: "aspect", isCritical: false }] }] as typeof parts;
  expect(placesRead({ s1: 4_000 }, asked(question))).toEqual([{ sourceId: "s1", start: 0 }]);
  expect(placesRead({ s1: 4_000 }, asked("How do ships sail?"))).toMatchObject([{ query: expect.any(String) }]);
});

test("a guide is read from its beginning to where searches found something in it, before others", () => {
  const question = "How do I use lamps?";
  const [assignment] = parts;
  const asked = [{ ...assignment, instructions: question }, { part: "brief", question, requirements: [] }] as typeof parts;
  expect(placesRead({ s1: 20_000, s2: 4_000 }, asked)).toEqual([{ sourceId: "s1", start: 0 }, { sourceId: "s1", start: 12_000 }, { sourceId: "s2", start: 0 }]);
});
