import { expect, test } from "vitest";
import { briefSchema } from "../../core/brief/brief.ts";
import { graphSchema } from "../../core/workflow/graph.ts";
import { unusualThings } from "./unusual-thing.ts";

const quiet = {
  graph: graphSchema.parse({ nodes: [{ id: "read", kind: "agent", title: "Read", maxTurns: 8 }] }),
  brief: briefSchema.parse({ question: "Why?", requirements: [{ id: "r1", text: "The reason" }] }),
  report: { findings: [], notRun: [] },
};

test("a plan with limits that only reads has nothing unusual", () => {
  expect(unusualThings(quiet)).toEqual([]);
});

test("findings come before what is merely rare", () => {
  const graph = graphSchema.parse({ nodes: [{ id: "read", kind: "agent", title: "Read" }] });
  const report = { findings: [{ ruleId: "a/b", severity: "warning" as const, target: { type: "plan" as const }, message: "Look here.", why: "Because.", fixes: [] }], notRun: [] };
  expect(unusualThings({ ...quiet, graph, report })).toEqual(["Look here.", '"Read" has no limit of its own.']);
});
