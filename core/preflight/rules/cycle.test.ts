import { describe, expect, it } from "vitest";
import { afterFixes, tripped } from "../../../tests/setup/examine.ts";
import { agent, chain, edge, loop } from "../../../tests/setup/part.ts";
import { cycle } from "./cycle.ts";

const nodes = ["a", "b", "c", "d"].map((id) => agent(id));
const circles = { nodes, edges: [...chain("a", "b", "c", "b"), edge("d", "d"), edge("c", "a")] };

describe("structure/cycle", () => {
  it("trips on each edge that closes a circle, also of one step", () => {
    expect(tripped(cycle, circles).toSorted()).toEqual(["c-a", "c-b", "d-d"]);
  });

  it("trips on a circle of order alone, and inside a body", () => {
    const body = [loop("l", { maxIterations: 2 }), agent("x", { parent: "l" }), agent("y", { parent: "l" })];
    expect(tripped(cycle, { nodes: body, edges: [edge("x", "y", { kind: "order" }), edge("y", "x", { kind: "order" })] })).toEqual(["y-x"]);
  });

  it("is silent where ways part and meet again, and on a loop", () => {
    const diamond = { nodes: [...nodes, loop("l", { maxIterations: 2 })], edges: [...chain("a", "b", "d", "l"), ...chain("a", "c", "d")] };
    expect(tripped(cycle, diamond)).toEqual([]);
  });

  it("is silent once its fixes are taken", () => {
    expect(afterFixes(cycle, circles).left).toEqual([]);
  });
});
