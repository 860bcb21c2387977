import { describe, expect, it } from "vitest";
import { afterFixes, examineWith, tripped } from "../../../tests/setup/examine.ts";
import { agent } from "../../../tests/setup/part.ts";
import { unlimitedNode } from "./unlimited-node.ts";

describe("budget/unlimited-node", () => {
  it("trips on an agent without a limit, time alone being none, and is silent once it has one", () => {
    const graph = { nodes: [agent("a"), agent("b", { budget: { maxMinutes: 5 } })] };
    expect(tripped(unlimitedNode, graph)).toEqual(["a", "b"]);
    expect(afterFixes(unlimitedNode, graph)).toEqual({ left: [], added: [] });
  });

  it("is silent on a limit of turns or of tokens", () => {
    expect(tripped(unlimitedNode, { nodes: [agent("a", { maxTurns: 5 }), agent("b", { budget: { maxTokens: 5_000 } })] })).toEqual([]);
  });

  it("does not run on a limit that is not known", () => {
    expect(examineWith(unlimitedNode, { nodes: [agent("a", { maxTurns: { unknown: "set in code" } })] })).toBe('the limit of turns of "a" can\'t be known: set in code');
  });
});
