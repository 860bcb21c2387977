import { expect, test } from "vitest";
import { examineWith, targetsOf } from "../../../tests/setup/examine.ts";
import { badExpression } from "./bad-expression.ts";

const agent = (id: string, parent?: string) => ({ kind: "agent" as const, id, title: id, parent });

test("trips on lists, keys, arguments and conditions that don't parse or name what isn't there", () => {
  const graph = {
    nodes: [
      { kind: "map" as const, id: "m", title: "Each", items: "input.list", itemKey: "item.name +" },
      agent("a", "m"),
      agent("b", "m"),
      { kind: "tool" as const, id: "t", title: "T", tool: "search", arguments: { query: "item.name" } },
    ],
    edges: [{ id: "e", from: "a", to: "b", when: "outputs.x" }],
  };
  const findings = examineWith(badExpression, graph);
  expect(targetsOf(findings)).toEqual(["m", "m", "t", "e"]);
  expect(findings[0]).toMatchObject({ message: 'The list of "Each" can\'t be evaluated: Nothing here is called input; there is brief, inputs.' });
});

test("knows what is bound inside of maps, and on a condition", () => {
  const graph = {
    nodes: [{ kind: "map" as const, id: "m", title: "Each", items: "inputs.list", itemKey: "item.name + string(index)" }, agent("a", "m"), agent("b", "m")],
    edges: [{ id: "e", from: "a", to: "b", when: "output.ok && item.name != inputs.list[0].name" }],
  };
  expect(examineWith(badExpression, graph)).toEqual([]);
});
