import { expect, test } from "vitest";
import { keptTypings } from "./kept-typing.ts";

const typed = (text: unknown) => JSON.stringify({ text, over: "" });

test("what was typed is found with its node and its field, in whatever form the field stands", () => {
  const stored = [
    ["me.typed.w.node.read.instructions", typed("Read the l")],
    ["me.typed.w.node.read.edge.e1.when", typed("size(")],
    ["me.typed.w.node.read.budget.maxTokens", typed(12)],
    ["me.typed.w.plan.alternatives.0.whyNot", typed("Too l")],
  ] as const;
  expect(keptTypings("me.typed.w", stored).map(({ nodeId, fieldName, text }) => [nodeId, fieldName, text])).toEqual([
    ["read", "instructions", "Read the l"],
    ["read", "when", "size("],
    ["read", "maxTokens", "12"],
    [null, "whyNot", "Too l"],
  ]);
});

test("nothing is found of another workflow, of another member, or where nothing readable is kept", () => {
  const stored = [
    ["me.typed.other.node.read.title", typed("Theirs")],
    ["you.typed.w.node.read.title", typed("Yours")],
    ["me.typed.w.node.read.title", "{"],
    ["me.typed.w.node.read.doneWhen", typed({ text: 1 })],
    ["me.typed.w.node.read.rationale", typed("  ")],
  ] as const;
  expect(keptTypings("me.typed.w", stored)).toEqual([]);
});
