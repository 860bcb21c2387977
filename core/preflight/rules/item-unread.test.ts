import { describe, expect, it } from "vitest";
import { afterFixes, examineWith, tripped } from "../../../tests/setup/examine.ts";
import { agent, code, map } from "../../../tests/setup/part.ts";
import { itemUnread } from "./item-unread.ts";

const items = ["r1", "r2", "r3"].map((id) => ({ id, text: `Item ${id}`, kind: "item" as const }));
const brief = { question: "What?", requirements: items };
const there = { collections: new Set(["a", "b"]) };
const reading = (...sources: string[]) => agent(sources.join("-"), { context: { sources } });

describe("coverage/item-unread", () => {
  it("trips on an item that a step covers and no context brings to anybody", () => {
    const deaf = agent("a", { covers: ["r1", "r2", "r3"], context: { requirements: ["r1", "r2"] } });
    expect(tripped(itemUnread, { nodes: [deaf] }, brief)).toEqual(["r3"]);
  });

  it("trips on a map that takes fewer items than it covers, and is silent once that is mended", () => {
    const graph = { nodes: [map("m", { covers: ["r1", "r2", "r3"], maxItems: 2 }), agent("in", { parent: "m", covers: ["r1", "r2", "r3"], maxTurns: 2 })] };
    expect(tripped(itemUnread, graph, brief)).toEqual(["m"]);
    expect(afterFixes(itemUnread, graph, brief)).toEqual({ left: [], added: [] });
  });

  it("warns of collections that the brief opens and nobody reads, in one sentence", () => {
    const four = { question: "What?", scope: { collections: ["a", "b", "c", "d", "e"] } };
    expect(examineWith(itemUnread, { nodes: [reading("a")] }, four)).toMatchObject([{ severity: "warning", message: 'Nobody reads "b", "c", "d" and 1 more collections, which the brief opens.' }]);
  });

  it("trips on a collection that the brief opens and that isn't there, and does not run where nobody can say", () => {
    const two = { question: "What?", scope: { collections: ["a", "b"] } };
    const graph = { nodes: [reading("a"), reading("b")] };
    expect(examineWith(itemUnread, graph, two, { collections: new Set(["a"]) })).toMatchObject([{ severity: "error", target: { type: "plan" }, message: expect.stringMatching(/^Nobody can read "b", /) as unknown }]);
    expect(examineWith(itemUnread, graph, two, there)).toEqual([]);
    expect(examineWith(itemUnread, graph, two)).toBe("which collections there are is not known");
    expect(examineWith(itemUnread, graph, { question: "What?" })).toEqual([]);
  });

  it("is silent where everything is read, and where that can't be told", () => {
    const two = { question: "What?", scope: { collections: ["a", "b"] } };
    expect(tripped(itemUnread, { nodes: [reading("a"), reading("b")] }, two, there)).toEqual([]);
    expect(tripped(itemUnread, { nodes: [reading("a"), code("c", "read('b')")] }, two, there)).toEqual([]);
    expect(tripped(itemUnread, { nodes: [reading("a"), code("c", "read(inputs.name)", { tools: ["read_source"] })] }, two, there)).toEqual([]);
    expect(tripped(itemUnread, { nodes: [agent("a", { covers: ["r1", "r2", "r3"] })] }, brief)).toEqual([]);
  });

  it("warns where no step declares any collection, also beside a program that names none, and lets those declare it who read sources", () => {
    const two = { question: "What?", scope: { collections: ["a", "b"], tools: ["search_sources"] } };
    expect(examineWith(itemUnread, { nodes: [agent("x")] }, two)).toMatchObject([{ severity: "warning", message: 'No step declares that it reads "a", "b", which the brief opens.', fixes: [] }]);
    expect(tripped(itemUnread, { nodes: [reading("a"), code("c", "count(inputs.rows)")] }, two)).toEqual(["plan"]);
    expect(afterFixes(itemUnread, { nodes: [agent("x", { tools: ["search_sources"], maxTurns: 2 })] }, two, there)).toEqual({ left: [], added: [] });
  });

  it("says whose context is not known", () => {
    expect(examineWith(itemUnread, { nodes: [agent("a", { context: { unknown: "not exported" } })] }, brief)).toBe('the context of "a" can\'t be known: not exported');
  });

  it("trips on a list that is written down and lacks an item, and not on one that lists something else", () => {
    const suppliers = { question: "Which supplier?", requirements: ["Boreal", "Cintra", "Dunmore"].map((text, index) => ({ id: `r${index}`, text, kind: "item" as const })) };
    const plan = (list: string) => ({ nodes: [map("m", { items: list, maxItems: 9 }), agent("in", { parent: "m", covers: ["r0", "r1", "r2"] })] });
    expect(examineWith(itemUnread, plan('["Boreal", "Dunmore"]'), suppliers)).toMatchObject([{ message: expect.stringContaining('lacks "Cintra"') as unknown }]);
    expect(tripped(itemUnread, plan('["Boreal", "Cintra GmbH", "Dunmore"]'), suppliers)).toEqual([]);
    expect(tripped(itemUnread, plan('["2021", "2022"]'), suppliers)).toEqual([]);
  });
});
