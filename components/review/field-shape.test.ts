import { expect, test } from "vitest";
import { nodeSchema, type NodeKind } from "../../core/workflow/node.ts";
import { kinds } from "../canvas/kind.ts";
import { choiceLabelOf, edgeFields, labelledOptions, nodeFields, planFields } from "./field-shape.ts";

const allKinds = Object.keys(kinds) as NodeKind[];

test("every field of every kind but its id and kind can be edited", () => {
  for (const option of nodeSchema.options) {
    const kind = option.shape.kind.value;
    const names = Object.keys(option.shape).filter((name) => name !== "id" && name !== "kind");
    expect(nodeFields(kind).map(({ name }) => name).toSorted()).toEqual(names.toSorted());
  }
  expect(nodeSchema.options.map(({ shape }) => shape.kind.value).toSorted()).toEqual(allKinds.toSorted());
});

test("fields are edited as their schema says, whether they may be unknown or not", () => {
  const shapes = Object.fromEntries(nodeFields("agent").map(({ name, shape }) => [name, shape]));
  expect(shapes).toMatchObject({
    title: { type: "line", maxLength: 120 },
    instructions: { type: "prose" },
    tools: { type: "list" },
    role: { type: "choice", options: ["planner", "worker", "verifier", "synthesizer", "critic"] },
    maxTurns: { type: "number", isInteger: true },
    output: { type: "variant", key: "as", variants: [{ value: "claims", fields: [] }, { value: "text", fields: [] }, { value: "json", fields: [{ name: "schema", shape: { type: "json" } }] }] },
    context: {
      type: "group",
      fields: [{ name: "question" }, { shape: { type: "either", options: ["covered", "all"], other: { type: "list" } } }, { name: "sources" }, { shape: { type: "either", options: ["all"] } }, { name: "maxTokens" }],
    },
  });
});

test("a connection and the plan as a whole can be edited too", () => {
  expect(edgeFields.map(({ name, shape }) => `${name} ${shape.type}`)).toEqual(["as line", "kind choice", "when prose"]);
  expect(planFields.map(({ name, shape }) => `${name} ${shape.type}`)).toEqual(["title line", "strategy group", "phases rows", "reportNode line"]);
});

test("money is held in millionths of a dollar and shown in dollars", () => {
  const budget = nodeFields("agent").find(({ name }) => name === "budget")?.shape;
  const cost = budget?.type === "group" ? budget.fields.find(({ name }) => name === "maxCostMicroUsd") : undefined;
  expect(cost?.shape).toEqual({ type: "number", isInteger: false, min: 0, scale: 1_000_000 });
});

test("words for values are of fields and values that there are", () => {
  const choices = [...allKinds.flatMap(nodeFields), ...edgeFields].flatMap((field) => (field.shape.type === "group" ? field.shape.fields : field)).flatMap(({ name, shape }) => (shape.type === "choice" || shape.type === "either" ? labelledOptions(name, shape.options) : []));
  expect(choices.filter(({ value, label }) => value !== label).length).toBeGreaterThan(15);
  expect(choiceLabelOf("onError", "ask")).toBe("ask a person");
  expect(choiceLabelOf("role", "critic")).toBe("critic");
});
