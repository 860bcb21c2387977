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
    nodes: [{ kind: "map" as const, id: "m", title: "Each", items: "inputs.list", itemKey: "item.name + string(index)" }, agent("a", "m"), agent("b", "m"), agent("list")],
    edges: [{ id: "e", from: "a", to: "b", when: "output.ok && item.name != inputs.list[0].name" }, { id: "l", from: "list", to: "m" }],
  };
  expect(examineWith(badExpression, graph)).toEqual([]);
});

test("trips on an input that no edge brings, and knows those of containers and those that are only asked for", () => {
  const mail = (text: string) => ({ nodes: [agent("a"), { kind: "tool" as const, id: "t", title: "T", tool: "send_mail", arguments: { text } }], edges: [{ id: "e", from: "a", to: "t" }] });
  expect(examineWith(badExpression, mail("inputs.b.text + inputs.a.text"))).toMatchObject([{ message: expect.stringContaining('It takes the input "b", which no edge brings.') as unknown }]);
  expect(examineWith(badExpression, mail("'inputs.b' + inputs.a.text + (has(inputs.c) ? 'c' : '')"))).toEqual([]);
});

test.each(["'yes'", "1 + 1", "['a']", "{'ok': true}", "size([1])"])("trips on a condition that is neither true nor false: %s", (when) => {
  expect(targetsOf(examineWith(badExpression, { nodes: [agent("a"), agent("b")], edges: [{ id: "e", from: "a", to: "b", when }] }))).toEqual(["e"]);
});

test("says nothing of a condition that only a run can tell, nor of one that counts passes", () => {
  const graph = (until: string) => ({ nodes: [{ kind: "loop" as const, id: "l", title: "Again", until, maxIterations: 3 }] });
  expect(examineWith(badExpression, graph("iteration > 2"))).toEqual([]);
  expect(examineWith(badExpression, graph("previous.isDone"))).toEqual([]);
  expect(targetsOf(examineWith(badExpression, graph("iteration")))).toEqual(["l"]);
});
