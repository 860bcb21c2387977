import { expect, it } from "vitest";
import type { Brief } from "../../core/brief/brief.ts";
import { runPreflight } from "../../core/preflight/preflight.ts";
import { unknownSurroundings } from "../../core/preflight/surroundings.ts";
import { applyOps } from "../../core/workflow/apply-op.ts";
import { graphSchema, type Graph } from "../../core/workflow/graph.ts";
import { soundGraph } from "../../tests/setup/sound-graph.ts";
import type { Op } from "../../core/workflow/op.ts";
import { exampleBriefs, opsPlantedFor } from "./example-briefs.ts";

const errorsOf = (graph: Graph, brief: Brief) => new Set(runPreflight(graph, brief, { ...unknownSurroundings, priceOf: () => 0 }).findings.filter(({ severity }) => severity === "error").map(({ ruleId }) => ruleId));

/** A sound plan for a brief, as a planner might write one. */
const soundPlan = ({ requirements, scope }: Brief): Graph => graphSchema.parse(soundGraph({ covers: requirements.map(({ id }) => id), tools: scope.tools }));

function apply(graph: Graph, ops: Op[]): Graph {
  const outcome = applyOps(graph, ops);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome.graph;
}

const weak = exampleBriefs.filter(({ brief }) => opsPlantedFor(brief).length > 0);

it("offers three examples, one of them with planted weaknesses that it declares", () => {
  expect(exampleBriefs).toHaveLength(3);
  expect(weak.map(({ title }) => title)).toEqual(["A plan with planted weaknesses"]);
});

it.each(weak)("$id trips at least three rules, and is sound again without what was planted", ({ brief }) => {
  const before = soundPlan(brief);
  expect(errorsOf(before, brief)).toEqual(new Set());
  const ops = opsPlantedFor(brief);
  const after = apply(before, ops);
  expect([...errorsOf(after, brief)].toSorted()).toEqual(["budget/over", "context/overflow", "scope/tool-outside", "structure/cycle", "structure/no-report", "structure/unbounded-fan-out", "structure/unreachable-node", "verify/missing"]);
  const removed = [
    ...ops.flatMap((op): Op[] => (op.op === "edge-add" ? [{ op: "edge-remove", id: op.edge.id }] : [])),
    ...ops.flatMap((op): Op[] => (op.op === "node-add" ? [{ op: "node-remove", id: op.node.id }] : [])),
  ];
  expect(apply(after, removed)).toEqual(before);
});

it.each(weak)("$id can also be put right with its steps kept", ({ brief }) => {
  const planted = apply(soundPlan(brief), opsPlantedFor(brief));
  const mended = apply(planted, [
    { op: "node-update", id: "ask-the-web", changes: [{ path: ["tools"], value: ["search_sources"] }] },
    { op: "node-update", id: "read-everything", changes: [{ path: ["maxItems"], value: 10 }] },
    { op: "edge-remove", id: "ask-the-web-short-answer" },
    { op: "edge-remove", id: "read-everything-short-answer" },
    { op: "edge-remove", id: "weigh-the-causes-order-the-checks" },
    { op: "edge-add", edge: { id: "short-answer-report", from: "short-answer", to: "report", as: "short", kind: "data" } },
  ]);
  expect(errorsOf(mended, brief)).toEqual(new Set());
});

it("plants nothing in a brief that somebody changed", () => {
  for (const { brief } of weak) expect(opsPlantedFor({ ...brief, question: `${brief.question} Please.` })).toEqual([]);
});
