import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graphArbitrary } from "../../tests/setup/graph-arbitrary.ts";
import { briefSchema, type BriefInput } from "../brief/brief.ts";
import { graphSchema, type Graph, type GraphInput } from "../workflow/graph.ts";
import { viewGraph } from "./graph-view.ts";
import { projectCost } from "./project-cost.ts";

const project = (graph: Graph, brief: BriefInput = { question: "What?" }) =>
  projectCost({ graph, view: viewGraph(graph), brief: briefSchema.parse(brief) }, () => 2_000_000);
const worker = (id: string, parent?: string) => ({ kind: "agent" as const, id, title: id, parent, maxTurns: 2, budget: { maxTokens: 500, maxMinutes: 3 } });

describe("projectCost", () => {
  it("multiplies nested containers through, adds votes, and takes a limit for all votes together", () => {
    const input: GraphInput = {
      nodes: [
        { kind: "map", id: "m", title: "m", items: "inputs.x", maxItems: 10, concurrency: 5 },
        { kind: "loop", id: "l", title: "l", until: "false", maxIterations: 3, parent: "m" },
        worker("in", "l"),
        { kind: "verify", id: "v", title: "v", votes: 3, budget: { maxTokens: 100, maxMinutes: 1 } },
      ],
      edges: [{ id: "e", from: "m", to: "v" }],
    };
    expect(project(graphSchema.parse(input), { question: "What?", budget: { maxParallel: 2 } })).toEqual({
      agents: 33,
      tokens: 30 * 500 + 100,
      minutes: 5 * 3 * 3 + 1,
      costMicroUsd: 30_200,
      guessedNodeIds: [],
    });
  });

  it("takes the longest of parallel chains, not their sum", () => {
    const graph = graphSchema.parse({ nodes: [worker("a"), worker("b"), worker("c")], edges: [{ id: "e", from: "a", to: "b" }] });
    expect(project(graph).minutes).toBe(6);
  });

  it("names the nodes whose part is a guess", () => {
    const graph = graphSchema.parse({ nodes: [{ kind: "map", id: "m", title: "m", items: "inputs.x" }, worker("in", "m")] });
    expect(project(graph).guessedNodeIds).toEqual(["m"]);
  });

  it("ends on every graph, cycles included, with finite numbers", () => {
    fc.assert(
      fc.property(graphArbitrary, (graph) => {
        const { agents, tokens, minutes, costMicroUsd } = project(graph);
        expect([agents, tokens, minutes, costMicroUsd].every((value) => Number.isFinite(value))).toBe(true);
      }),
    );
  });
});
