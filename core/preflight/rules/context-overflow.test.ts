import { describe, expect, it } from "vitest";
import { afterFixes, examineWith, tripped } from "../../../tests/setup/examine.ts";
import { agent, edge, map, synthesize, verify } from "../../../tests/setup/part.ts";
import { contextOverflow } from "./context-overflow.ts";

const wide = (maxItems: number) => ({ nodes: [map("m", { maxItems }), agent("in", { parent: "m", maxTurns: 2 }), synthesize("report")], edges: [edge("m", "report")], reportNode: "report" });

describe("context/overflow", () => {
  it("trips where a wide map's results come to one step", () => {
    expect(examineWith(contextOverflow, wide(400))).toMatchObject([{ target: { id: "report" }, message: '"report" is handed about 280,000 tokens and takes in 200,000.' }]);
  });

  it("trips where its model takes less than the policy allows", () => {
    const windowOf = (role: string) => (role === "synthesizer" ? 16_000 : null);
    expect(examineWith(contextOverflow, wide(40), null, { windowOf })).toMatchObject([{ target: { id: "report" }, message: '"report" is handed about 28,000 tokens and takes in 16,000.' }]);
    expect(tripped(contextOverflow, wide(20), null, { windowOf })).toEqual([]);
  });

  it("trips where what a step is told is more than its own limit, and offers a wider one", () => {
    const graph = { nodes: [agent("a", { instructions: "Read all of it. ".repeat(1_000), context: { maxTokens: 1_000 }, maxTurns: 2 })] };
    expect(tripped(contextOverflow, graph)).toEqual(["a"]);
    expect(afterFixes(contextOverflow, graph)).toEqual({ left: [], added: [] });
  });

  it("counts the question and the requirements that come along", () => {
    const requirements = Array.from({ length: 40 }, (_, index) => ({ id: `r${index}`, text: "x".repeat(300) }));
    const nodes = [agent("a", { context: { maxTokens: 2_900, requirements: "all" } })];
    expect(tripped(contextOverflow, { nodes }, { question: "What?", requirements })).toEqual(["a"]);
    expect(tripped(contextOverflow, { nodes: [agent("a", { context: { maxTokens: 2_900 } })] }, { question: "What?", requirements })).toEqual([]);
  });

  it("is silent where it fits, and on inputs that the step leaves out", () => {
    expect(tripped(contextOverflow, wide(200))).toEqual([]);
    const { nodes, edges } = wide(400);
    expect(tripped(contextOverflow, { nodes: [...nodes.slice(0, 2), agent("report", { context: { inputs: [] } })], edges })).toEqual([]);
  });

  it("takes the policy's window", () => {
    expect(tripped(contextOverflow, wide(20), null, { policy: { ceilings: { maxContextTokens: 8_000 } } })).toEqual(["report"]);
  });

  it("trips where a step may use less in all than it is handed, each vote of a check counted", () => {
    const told = "Read all of it. ".repeat(100);
    expect(examineWith(contextOverflow, { nodes: [agent("a", { instructions: told, budget: { maxTokens: 300 } })] })).toMatchObject([{ target: { id: "a" }, message: '"a" is told about 400 tokens and may use 300 in all, its answer included.' }]);
    const check = (votes: number) => ({ nodes: [verify("v", { criteria: told, votes, budget: { maxTokens: 1_000 } })] });
    expect(tripped(contextOverflow, check(1))).toEqual([]);
    expect(tripped(contextOverflow, { nodes: [agent("a", { instructions: told, budget: { maxTokens: 600 } })] })).toEqual(["a"]);
    expect(examineWith(contextOverflow, check(3))).toMatchObject([{ message: '"v" is told about 1,200 tokens in 3 votes and may use 1,000 in all, its answer included.' }]);
  });
});
