import { describe, expect, it } from "vitest";
import { afterFixes, examineWith, tripped } from "../../../tests/setup/examine.ts";
import { agent, edge, loop, map } from "../../../tests/setup/part.ts";
import { questionMissing } from "./question-missing.ts";

const blind = { context: { question: false } };

describe("context/question-missing", () => {
  it("trips on a worker that covers something or starts from nothing and isn't told the question", () => {
    expect(tripped(questionMissing, { nodes: [agent("a", { covers: ["r1"], ...blind }), agent("b", blind)] })).toEqual(["a", "b"]);
  });

  it("is silent on those who know it, and on those who only reshape what others found", () => {
    const nodes = [agent("a"), agent("tidy", blind), map("m"), agent("in", { parent: "m", ...blind })];
    expect(tripped(questionMissing, { nodes, edges: [edge("a", "tidy")] })).toEqual([]);
  });

  it("is silent once its fix is taken, and does not run on a context that is not known", () => {
    expect(afterFixes(questionMissing, { nodes: [agent("b", { maxTurns: 2, ...blind })] })).toEqual({ left: [], added: [] });
    expect(examineWith(questionMissing, { nodes: [agent("a", { context: { unknown: "not exported" } })] })).toBe('the context of "a" can\'t be known: not exported');
  });

  it("trips in the body of a loop that nothing comes into, and not in one that works on what does", () => {
    const rounds = [agent("list"), loop("l"), agent("search", { parent: "l", ...blind })];
    expect(tripped(questionMissing, { nodes: rounds })).toEqual(["search"]);
    expect(tripped(questionMissing, { nodes: rounds, edges: [edge("list", "l")] })).toEqual([]);
  });
});
