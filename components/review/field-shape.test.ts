import { expect, test } from "vitest";
import { nodeSchema, type NodeKind } from "../../core/workflow/node.ts";
import { kinds } from "../canvas/kind.ts";
import { nodeFields } from "./field-shape.ts";

const allKinds = Object.keys(kinds) as NodeKind[];

test("every field of every kind but its id and kind can be edited", () => {
  for (const option of nodeSchema.options) {
    const kind = option.shape.kind.value;
    const names = Object.keys(option.shape).filter((name) => name !== "id" && name !== "kind");
    expect(nodeFields(kind).map(({ name }) => name)).toEqual(names);
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
    output: { type: "json" },
    context: { type: "group" },
  });
});
