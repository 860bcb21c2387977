import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graphArbitrary } from "../../tests/setup/graph-arbitrary.ts";
import { briefSchema, type BriefInput } from "../brief/brief.ts";
import { graphSchema, type Graph, type GraphInput } from "../workflow/graph.ts";
import { viewGraph } from "./graph-view.ts";
import { projectPlan, type PriceOf } from "./projection.ts";
import { unknownSurroundings } from "./surroundings.ts";

const project = (graph: Graph, brief: BriefInput = { question: "What?" }, priceOf: PriceOf = () => 2_000_000) =>
  projectPlan({ graph, view: viewGraph(graph), brief: briefSchema.parse(brief), surroundings: { ...unknownSurroundings, priceOf } });
const worker = (id: string, parent?: string) => ({ kind: "agent" as const, id, title: id, parent, maxTurns: 2, budget: { maxTokens: 500, maxMinutes: 3 } });

describe("projectPlan", () => {
  it("multiplies nested containers through, takes a limit for all votes together, and says how many work at once", () => {
    const input: GraphInput = {
      nodes: [
        { kind: "map", id: "m", title: "m", items: "inputs.x", maxItems: 10, concurrency: 5 },
        { kind: "loop", id: "l", title: "l", until: "false", maxIterations: 3, parent: "m" },
        worker("in", "l"),
        { kind: "verify", id: "v", title: "v", votes: 3, budget: { maxTokens: 100, maxMinutes: 1 } },
      ],
      edges: [{ id: "e", from: "m", to: "v" }],
    };
    expect(project(graphSchema.parse(input), { question: "What?", budget: { maxParallel: 2 } })).toMatchObject({
      agents: { least: 4, likely: 33, most: 33 },
      calls: { least: 4, likely: 63, most: 63 },
      tokens: { least: 600, likely: 30 * 500 + 100, most: 30 * 500 + 100 },
      minutes: { likely: 5 * 3 * 3 + 1 },
      costMicroUsd: { likely: 30_200 },
      atOnce: 2,
      criticalPath: ["m", "l", "in", "v"],
      guessedNodeIds: [],
    });
  });

  it("takes the longest of parallel chains, not their sum", () => {
    const graph = graphSchema.parse({ nodes: [worker("a"), worker("b"), worker("c")], edges: [{ id: "e", from: "a", to: "b" }] });
    expect(project(graph)).toMatchObject({ minutes: { likely: 6 }, criticalPath: ["a", "b"], atOnce: 2 });
  });

  it("counts what a condition may skip as likely, not as certain", () => {
    const graph = graphSchema.parse({ nodes: [worker("a"), worker("b")], edges: [{ id: "e", from: "a", to: "b", when: "false" }] });
    expect(project(graph).agents).toEqual({ least: 1, likely: 2, most: 2 });
  });

  it("counts every try of a step that is tried again towards the most", () => {
    const graph = graphSchema.parse({ nodes: [{ ...worker("a"), retry: { maxAttempts: 3 } }] });
    expect(project(graph).tokens).toEqual({ least: 500, likely: 500, most: 1_500 });
  });

  it("names the nodes whose part is a guess, and gives no most for them", () => {
    const graph = graphSchema.parse({ nodes: [{ kind: "map", id: "m", title: "m", items: "inputs.x" }, worker("in", "m")] });
    expect(project(graph)).toMatchObject({ guessedNodeIds: ["m"], agents: { least: 1, likely: 20, most: null } });
  });

  it("says which prices are not known, and gives no cost then", () => {
    const graph = graphSchema.parse({ nodes: [worker("a"), { kind: "verify", id: "v", title: "v" }] });
    expect(project(graph, undefined, (role) => (role === "worker" ? 1 : null))).toMatchObject({ costMicroUsd: null, unpricedRoles: ["verifier"] });
  });

  it("ends on every graph, cycles included, with finite numbers in order", () => {
    fc.assert(
      fc.property(graphArbitrary, (graph) => {
        const { agents, calls, tokens, minutes, costMicroUsd } = project(graph);
        for (const range of [agents, calls, tokens, minutes, costMicroUsd]) {
          expect(range !== null && Number.isFinite(range.likely) && range.least <= range.likely && range.likely <= (range.most ?? Infinity)).toBe(true);
        }
      }),
    );
  });

  it("holds deep nesting and long chains", () => {
    const deep = Array.from({ length: 4_000 }, (_, index) => ({ kind: "loop" as const, id: `l${index}`, title: "l", until: "true", maxIterations: 9, parent: index === 0 ? undefined : `l${index - 1}` }));
    expect(project(graphSchema.parse({ nodes: [...deep, worker("in", "l3999")] })).agents.likely).toBe(Number.MAX_SAFE_INTEGER);
    const chain = Array.from({ length: 4_000 }, (_, index) => worker(`n${index}`));
    const edges = chain.slice(1).map(({ id }, index) => ({ id: `e${index}`, from: `n${index}`, to: id }));
    expect(project(graphSchema.parse({ nodes: chain, edges })).minutes.likely).toBe(12_000);
  });
});
