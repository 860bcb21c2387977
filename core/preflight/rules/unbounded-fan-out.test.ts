import { describe, expect, it } from "vitest";
import { afterFixes, examineWith, tripped } from "../../../tests/setup/examine.ts";
import { agent, map } from "../../../tests/setup/part.ts";
import { unboundedFanOut } from "./unbounded-fan-out.ts";

const each = (own: Parameters<typeof map>[1]) => ({ nodes: [map("m", own), agent("in", { parent: "m", maxTurns: 2 })] });
const brief = { question: "What?", budget: { maxAgents: 30 } };

describe("structure/unbounded-fan-out", () => {
  it("trips on a map without a limit, and on one above the policy's", () => {
    expect(tripped(unboundedFanOut, each({}))).toEqual(["m"]);
    expect(tripped(unboundedFanOut, each({ maxItems: 31 }), null, { policy: { ceilings: { maxFanOut: 30 } } })).toEqual(["m"]);
  });

  it("trips on a map that alone starts more agents than the brief allows, nested ones multiplied", () => {
    const nested = { nodes: [map("m", { maxItems: 8 }), map("n", { maxItems: 8, parent: "m" }), agent("in", { parent: "n", maxTurns: 2 })] };
    expect(examineWith(unboundedFanOut, nested, brief)).toMatchObject([{ message: '"m" may start 64 agents, the brief allows 30 in all.' }, { target: { id: "n" } }]);
  });

  it("trips on the plan where all agents together are above the policy's ceiling", () => {
    const workers = { nodes: ["a", "b", "c"].map((id) => agent(id)) };
    expect(tripped(unboundedFanOut, workers, null, { policy: { ceilings: { maxAgents: 2 } } })).toEqual(["plan"]);
  });

  it("offers a limit that fits beside everything else, and is then silent", () => {
    const { nodes } = each({ maxItems: 400 });
    expect(afterFixes(unboundedFanOut, { nodes: [...nodes, agent("other", { maxTurns: 2 })] }, brief)).toEqual({ left: [], added: [] });
  });

  it("is silent within every limit, and does not run on one that is not known", () => {
    expect(tripped(unboundedFanOut, each({ maxItems: 30 }), brief)).toEqual([]);
    expect(examineWith(unboundedFanOut, each({ maxItems: { unknown: "decided at run time" } }), brief)).toBe('the limit of "m" can\'t be known: decided at run time');
  });
});
