import fc from "fast-check";
import { expect, it } from "vitest";
import { linesOfJson } from "./json-lines.ts";

it("knows on which line each node, edge and requirement begins", () => {
  const plan = { brief: { requirements: [{ id: "r1", text: 'says "id": {' }] }, definition: { nodes: [{ id: "a", covers: ["r1"] }, { kind: "agent", id: "b" }], edges: [{ id: "a", from: "a" }] } };
  const text = JSON.stringify(plan, null, 1);
  const lines = linesOfJson(text);
  const written = text.split("\n");
  expect(["requirements/r1", "nodes/a", "nodes/b", "edges/a"].map((name) => lines.get(name))).toEqual([4, 12, 18, 24].map(() => expect.any(Number)));
  expect(written.slice((lines.get("nodes/b") ?? 0) - 1).slice(0, 3).join("")).toContain('"kind": "agent"');
  expect(written[(lines.get("definition") ?? 0) - 1]).toContain('"definition"');
});

it("counts lines and doesn't mind what isn't JSON", () => {
  expect(linesOfJson('{\n\n"nodes": [\n{"id":"x"}]}').get("nodes/x")).toBe(4);
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("{", "}", "[", "]", '"', "\\", ":", ",", "\n", "i", "d") }), (text) => {
      for (const line of linesOfJson(text).values()) expect(line).toBeLessThanOrEqual(text.split("\n").length);
    }),
  );
});
