import { expect, test } from "vitest";
import { examineWith } from "../../../tests/setup/examine.ts";
import { notRunnable } from "./not-runnable.ts";

test("kinds that can't be executed yet, code actions and unknown fields are refused by name", () => {
  const graph = {
    nodes: [
      { kind: "loop" as const, id: "l", title: "Again", until: "true" },
      { kind: "agent" as const, id: "in", title: "In", parent: "l" },
      { kind: "agent" as const, id: "c", title: "Coder", actions: "code" as const },
      { kind: "tool" as const, id: "t", title: "T", tool: { unknown: "the import doesn't say" } },
      { kind: "branch" as const, id: "b", title: "B" },
    ],
  };
  expect(examineWith(notRunnable, graph)).toMatchObject([
    { target: { id: "l" }, message: expect.stringContaining("the kind loop") },
    { target: { id: "c" }, message: expect.stringContaining("writing code") },
    { target: { id: "t" }, message: '"T" can\'t run: its tool isn\'t known (the import doesn\'t say).' },
    { target: { id: "b" } },
  ]);
});

test("what can run passes", () => {
  const nodes = [{ kind: "map" as const, id: "m", title: "M", items: "inputs.x" }, { kind: "agent" as const, id: "a", title: "A", parent: "m" }, { kind: "checkpoint" as const, id: "c", title: "C" }];
  expect(examineWith(notRunnable, { nodes })).toEqual([]);
});
