import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graphArbitrary } from "../../tests/setup/graph-arbitrary.ts";
import { graphSchema, type Graph } from "../workflow/graph.ts";
import { viewGraph } from "./graph-view.ts";
import { learnProjection } from "./learned-projection.ts";
import { shapeOfPlan } from "./plan-shape.ts";
import { projectPlan } from "./projection.ts";
import { unknownSurroundings } from "./surroundings.ts";

const project = (graph: Graph, priceOf = () => 2_000_000) => projectPlan({ graph, view: viewGraph(graph), brief: null, surroundings: { ...unknownSurroundings, priceOf } });
const worker = (id: string) => ({ kind: "agent" as const, id, title: id, maxTurns: 2, budget: { maxTokens: 500, maxMinutes: 3 } });
const plan = graphSchema.parse({ nodes: [worker("a"), worker("b")], edges: [{ id: "e", from: "a", to: "b" }] });

const amount = fc.integer({ min: 0, max: 1_000_000_000 });
const pastArbitrary = fc.array(fc.record({ tokens: amount, costMicroUsd: fc.option(amount), minutes: fc.double({ min: 0, max: 10_000, noNaN: true }) }), { maxLength: 20 });

describe("learnProjection", () => {
  it("takes the middle of what runs took, and remembers how many there were", () => {
    const past = [300, 100, 800].map((tokens) => ({ tokens, costMicroUsd: tokens, minutes: tokens / 100 }));
    expect(learnProjection(project(plan), past, false)).toMatchObject({ tokens: { likely: 300, most: 1_000 }, minutes: { likely: 3, most: 8 }, costMicroUsd: { likely: 300 }, runCount: 3 });
    expect(learnProjection(project(plan), past.slice(0, 2), false).tokens.likely).toBe(200);
  });

  it("says what the plan says where there are no runs, or none whose price is known, and of time where people were waited for", () => {
    const projection = project(plan);
    expect(learnProjection(projection, [], false)).toMatchObject({ tokens: projection.tokens, minutes: projection.minutes, costMicroUsd: projection.costMicroUsd, runCount: 0 });
    expect(learnProjection(projection, [{ tokens: 1, costMicroUsd: null, minutes: 900 }], true)).toMatchObject({ minutes: projection.minutes, costMicroUsd: projection.costMicroUsd });
  });

  it("never lowers what a plan takes at most, and keeps its figures in order, whatever runs took", () => {
    fc.assert(
      fc.property(graphArbitrary, pastArbitrary, fc.boolean(), (graph, past, hasWaits) => {
        const before = project(graph);
        const after = learnProjection(before, past, hasWaits);
        for (const name of ["tokens", "minutes", "costMicroUsd"] as const) {
          const [one, other] = [before[name], after[name]];
          expect(other === null).toBe(one === null);
          const [most, learnt] = [one?.most ?? Infinity, other?.most ?? Infinity];
          expect(learnt).toBeGreaterThanOrEqual(most);
          expect((other?.least ?? 0) <= (other?.likely ?? 0) && (other?.likely ?? 0) <= learnt).toBe(true);
        }
      }),
    );
  });
});

describe("shapeOfPlan", () => {
  it("is the same for other ids, texts, limits and orders, and another for other kinds, roles, tools, containers and edges", () => {
    const shape = shapeOfPlan(plan);
    const same = graphSchema.parse({ title: "Other", nodes: [{ ...worker("second"), title: "B", maxTurns: 9 }, { ...worker("first"), instructions: "Read." }], edges: [{ id: "x", from: "first", to: "second" }] });
    expect(shapeOfPlan(same)).toBe(shape);
    const others = [
      { nodes: [worker("a"), worker("b")], edges: [] },
      { nodes: [worker("a"), { kind: "verify" as const, id: "b", title: "b" }], edges: plan.edges },
      { nodes: [{ ...worker("a"), role: "critic" as const }, worker("b")], edges: plan.edges },
      { nodes: [{ ...worker("a"), tools: ["search_sources"] }, worker("b")], edges: plan.edges },
      { nodes: [{ kind: "loop" as const, id: "l", title: "l", until: "false" }, { ...worker("a"), parent: "l" }, { ...worker("b"), parent: "l" }], edges: plan.edges },
    ];
    expect(new Set([shape, ...others.map((other) => shapeOfPlan(graphSchema.parse(other)))]).size).toBe(others.length + 1);
  });

  it("doesn't depend on the order in which parts are listed", () => {
    fc.assert(
      fc.property(graphArbitrary, (graph) => {
        expect(shapeOfPlan({ ...graph, nodes: graph.nodes.toReversed(), edges: graph.edges.toReversed() })).toBe(shapeOfPlan(graph));
      }),
    );
  });
});
