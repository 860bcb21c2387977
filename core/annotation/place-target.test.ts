import fc from "fast-check";
import { expect, test } from "vitest";
import { graphArbitrary } from "../../tests/setup/graph-arbitrary.ts";
import { graphSchema } from "../workflow/graph.ts";
import { annotationTargetSchema, type AnnotationTarget } from "./annotation-target.ts";
import { nameTarget } from "./name-target.ts";
import { placeTarget, type Surface } from "./place-target.ts";
import { rangeOf } from "./text-range.ts";

const instructions = "Read the log. Quote the words.";
const surface = (text = instructions): Surface => ({
  graph: graphSchema.parse({
    nodes: [{ kind: "agent", id: "read", title: "Read", instructions: text }, { kind: "synthesize", id: "write", title: "Write" }],
    edges: [{ id: "e1", from: "read", to: "write" }],
  }),
  brief: { requirements: [{ id: "r1", text: "What survives", kind: "aspect", isCritical: false }] },
  findings: [{ ruleId: "verify/missing", target: { type: "node", id: "write" } }],
});
const quoted: AnnotationTarget = { type: "text", nodeId: "read", field: "instructions", range: rangeOf(instructions, { start: 14, end: 19 }) };

test("an annotation stands at what it is about", () => {
  expect(placeTarget({ type: "edge", id: "e1" }, surface())).toMatchObject({ edgeId: "e1", nodeId: null, isOutdated: false });
  expect(placeTarget({ type: "requirement", id: "r1" }, surface())).toMatchObject({ requirementId: "r1", isOutdated: false });
  expect(placeTarget({ type: "finding", ruleId: "verify/missing", on: "node/write" }, surface())).toMatchObject({ nodeId: "write", isOutdated: false });
  expect(placeTarget(quoted, surface())).toMatchObject({ nodeId: "read", span: { start: 14, end: 19 }, isOutdated: false });
  expect(placeTarget(quoted, surface(`First of all: ${instructions}`))).toMatchObject({ span: { start: 28, end: 33 }, isOutdated: false });
});

test("what is gone leaves it outdated, at the part that is still there", () => {
  expect(placeTarget(quoted, surface("Read the log."))).toMatchObject({ nodeId: "read", span: null, isOutdated: true });
  expect(placeTarget({ type: "finding", ruleId: "verify/self", on: "node/write" }, surface())).toMatchObject({ nodeId: "write", isOutdated: true });
  for (const type of ["node", "edge", "requirement"] as const) expect(placeTarget({ type, id: "gone" }, surface()).isOutdated).toBe(true);
  expect(placeTarget({ type: "text", nodeId: "read", field: "constructor", range: rangeOf("x", { start: 0, end: 1 }) }, surface()).isOutdated).toBe(true);
});

test("the plan and all of its parts are there to be annotated, and have a name that fits", () => {
  fc.assert(
    fc.property(graphArbitrary, (graph) => {
      const whole: Surface = { graph, brief: { requirements: [] }, findings: null };
      const targets: AnnotationTarget[] = [{ type: "plan" }, ...graph.nodes.map(({ id }) => ({ type: "node" as const, id })), ...graph.edges.map(({ id }) => ({ type: "edge" as const, id }))];
      for (const target of targets) {
        expect(annotationTargetSchema.parse(target)).toEqual(target);
        expect(placeTarget(target, whole).isOutdated).toBe(false);
        expect(nameTarget(target, whole)).toMatch(/^.{1,201}$/su);
      }
    }),
  );
});

test("names say what is meant", () => {
  expect(nameTarget({ type: "edge", id: "e1" }, surface())).toBe("Read → Write");
  expect(nameTarget({ type: "finding", ruleId: "verify/missing", on: "node/write" }, surface())).toBe("verify/missing, Write");
  expect(nameTarget(quoted, surface())).toBe("“Quote” in Read");
});
