import fc from "fast-check";
import { expect, it } from "vitest";
import { briefSchema } from "../../core/brief/brief.ts";
import { findingOf, isOpinion } from "../../core/critique/opinion.ts";
import { planEntrySchema } from "../../core/workflow/plan-entry.ts";
import { graphSchema } from "../../core/workflow/graph.ts";
import type { JsonValue } from "../../core/workflow/json-value.ts";
import { soundGraph } from "../../tests/setup/sound-graph.ts";
import { OpinionWriter } from "./opinion-writer.ts";

const brief = briefSchema.parse({ question: "What survives a crash?", requirements: [{ id: "r1", text: "What survives" }] });
const graph = graphSchema.parse(soundGraph({ covers: ["r1"], tools: [] }));
const point = { on: "node/read", topic: "blind-spot", severity: "warning", message: "Nobody reads what contradicts it.", why: "Then the answer is one-sided." };
const retitled = (id: string) => ({ title: "Rename", ops: [{ op: "node-update", id, changes: [{ path: ["title"], value: "Read both sides" }] }] });

const writer = () => new OpinionWriter(graph, brief, []);
const said = (value: JsonValue, to = writer()) => to.write({ isJson: true, value });
const refusalOf = (value: JsonValue, to = writer()) => {
  const entry = said(value, to);
  return entry.type === "refusal" ? entry.refusal.message : null;
};

it("takes an opinion about what is there, with fixes that fit, and lets none be an error", () => {
  expect(said({ ...point, severity: "error", fixes: [retitled("read")] })).toMatchObject({ type: "opinion", opinion: { on: "node/read", severity: "warning" } });
  expect(said({ ...point, on: "plan" })).toMatchObject({ type: "opinion" });
  expect(said({ ...point, on: "requirement/r1" })).toMatchObject({ type: "opinion" });
});

it("says of everything else why it can't be used", () => {
  expect(refusalOf({ ...point, on: "node/gone" })).toBe('Nothing in the plan or its brief is named "node/gone".');
  expect(refusalOf({ ...point, on: "the reader" })).toMatch(/Name what it is about/);
  expect(refusalOf({ ...point, topic: "structure/cycle" })).toMatch(/Name the topic/);
  expect(refusalOf({ ...point, message: "a".repeat(601) })).toMatch(/at most 600/);
  expect(refusalOf({ ...point, message: "\u202e \u200b" })).toMatch(/Say it in words/);
  expect(refusalOf({ ...point, fixes: [retitled("gone")] })).toMatch(/The fix "Rename" doesn't fit the plan/);
  expect(refusalOf({ ...point, verdict: "reject" })).toMatch(/verdict/);
});

it("takes the same topic of the same part once, also when it goes on later, and no more than anybody reads", () => {
  const one = writer();
  said(point, one);
  expect(refusalOf({ ...point, message: "Again." }, one)).toMatch(/already/);
  const resumed = new OpinionWriter(graph, brief, [findingOf({ ...point, severity: "note", fixes: [] })]);
  expect(refusalOf(point, resumed)).toMatch(/already/);
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  expect(letters.filter((letter) => refusalOf({ ...point, topic: letter }, one) === null)).toHaveLength(19);
});

it("makes nothing that blocks of whatever a model writes, and nothing that its log can't hold", () => {
  const anything = fc.record({ on: fc.constantFrom("plan", "node/read", "edge/x", "__proto__", "node/"), topic: fc.oneof(fc.string(), fc.constantFrom("a", "premise")), severity: fc.constantFrom("error", "fatal", "note"), message: fc.string(), why: fc.string(), fixes: fc.jsonValue() }, { requiredKeys: [] });
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), anything), (value) => {
      const entry = said(value as JsonValue);
      expect(planEntrySchema.parse(JSON.parse(JSON.stringify(entry)))).toEqual(JSON.parse(JSON.stringify(entry)));
      const finding = entry.type === "opinion" ? findingOf(entry.opinion) : null;
      expect(finding === null || (isOpinion(finding) && finding.severity !== "error")).toBe(true);
    }),
  );
});
