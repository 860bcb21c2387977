import { expect, test } from "vitest";
import { plantedBrief, plantedErrors, plantedPlan } from "../../tests/setup/planted-plan.ts";
import { briefSchema } from "../brief/brief.ts";
import { applyOps } from "../workflow/apply-op.ts";
import type { Graph } from "../workflow/graph.ts";
import type { OpInput } from "../workflow/op.ts";
import { fix } from "./fix.ts";
import { runPreflight } from "./preflight.ts";

const brief = briefSchema.parse(plantedBrief);
const errorsIn = (graph: Graph) => runPreflight(graph, brief).findings.filter(({ severity }) => severity === "error");

function after(graph: Graph, ops: OpInput[]): Graph {
  const outcome = applyOps(graph, fix("", ops).ops);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome.graph;
}

test("ten planted errors are each noticed once, and fixes and one edit take all of them away", () => {
  expect(errorsIn(plantedPlan).map(({ ruleId }) => ruleId).toSorted()).toEqual(plantedErrors.toSorted());
  let graph = after(plantedPlan, [{ op: "node-update", id: "each", changes: [{ path: ["items"], value: "inputs.find.claims" }] }]);
  for (const _ of plantedErrors) {
    const offered = errorsIn(graph).flatMap(({ fixes }) => fixes)[0];
    if (offered !== undefined) graph = after(graph, offered.ops);
  }
  expect(errorsIn(graph)).toEqual([]);
});
