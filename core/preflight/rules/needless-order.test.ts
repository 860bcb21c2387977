import { describe, expect, it } from "vitest";
import { afterFixes, tripped } from "../../../tests/setup/examine.ts";
import { agent, checkpoint, edge, synthesize, tool } from "../../../tests/setup/part.ts";
import { needlessOrder } from "./needless-order.ts";

const order = { kind: "order" as const };
const reader = (id: string, inputs?: string[]) => agent(id, { tools: ["search_sources"], ...(inputs === undefined ? {} : { context: { inputs } }) });

describe("structure/needless-order", () => {
  it("trips on order between two steps that only read", () => {
    expect(tripped(needlessOrder, { nodes: [reader("a"), reader("b")], edges: [edge("a", "b", order)] })).toEqual(["a-b"]);
  });

  it("trips on an input that its receiver leaves out and another one uses", () => {
    const nodes = [reader("a"), reader("b", []), reader("c")];
    expect(tripped(needlessOrder, { nodes, edges: [edge("a", "b"), edge("a", "c")] })).toEqual(["a-b"]);
    expect(tripped(needlessOrder, { nodes, edges: [edge("a", "b")] })).toEqual([]);
  });

  it("is silent where something is written, asked, chosen or not known", () => {
    const nodes = [tool("w", "update_row"), tool("u", "frobnicate"), checkpoint("ask"), reader("a"), reader("b"), agent("c", { tools: { unknown: "not said" } })];
    expect(tripped(needlessOrder, { nodes, edges: [edge("w", "a", order), edge("u", "a", order), edge("ask", "a", order), edge("a", "c", order), edge("a", "b", { ...order, when: "true" })] })).toEqual([]);
  });

  it("is silent once its fix is taken", () => {
    const edges = [edge("a", "b", order), edge("a", "report"), edge("b", "report")];
    expect(afterFixes(needlessOrder, { nodes: [reader("a"), reader("b"), synthesize("report")], edges, reportNode: "report" })).toEqual({ left: [], added: [] });
  });
});
