import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graphArbitrary, opArbitrary } from "../../tests/setup/graph-arbitrary.ts";
import { applyOps } from "../workflow/apply-op.ts";
import { digestGraph } from "../workflow/digest-graph.ts";
import { graphSchema, type Graph } from "../workflow/graph.ts";
import { findDefect } from "../workflow/graph-defect.ts";
import { invertOps } from "../workflow/invert-op.ts";
import { opSchema, type Op, type OpInput } from "../workflow/op.ts";
import { acceptanceOf, standingsOf } from "./change-standing.ts";
import type { ProposedChange } from "./proposed-change.ts";
import { studyChanges } from "./study-changes.ts";

const batch = (...inputs: OpInput[]): Op[] => inputs.map((input) => opSchema.parse(input));
const changesOf = (batches: Op[][]): ProposedChange[] => batches.map((ops, index) => ({ number: index + 1, answers: ["w1"], why: "", ops, ruling: null }));

function must(graph: Graph, ops: readonly Op[]): Graph {
  const outcome = applyOps(graph, ops);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome.graph;
}

/** Batches each of which applies after those before it and changes something; where nodes stand is no planner's business. */
const proposalArbitrary = fc.tuple(graphArbitrary, fc.array(fc.array(opArbitrary, { minLength: 1, maxLength: 3 }), { maxLength: 24 })).map(([base, wished]) => {
  let graph = base;
  const batches: Op[][] = [];
  for (const wish of wished) {
    const ops = wish.filter(({ op }) => op !== "layout-update");
    const outcome = applyOps(graph, ops);
    if (ops.length === 0 || !outcome.ok || digestGraph(outcome.graph) === digestGraph(graph)) continue;
    batches.push(ops);
    graph = outcome.graph;
  }
  return { base, changes: changesOf(batches), whole: graph };
});

describe("changes of a proposal, accepted", () => {
  it("all together, make what the planner wrote", () => {
    fc.assert(
      fc.property(proposalArbitrary, ({ base, changes, whole }) => {
        const studied = studyChanges(base, changes);
        const { ops, numbers } = acceptanceOf(studied, standingsOf(studied, base), changes.map(({ number }) => number));
        expect(numbers).toHaveLength(changes.length);
        expect(digestGraph(must(base, ops))).toBe(digestGraph(whole));
      }),
    );
  });

  it("one by one in any order, each with what it rests on, always leave a plan that can be saved, and are undone to the identical digest", () => {
    fc.assert(
      fc.property(proposalArbitrary, fc.array(fc.nat(23), { maxLength: 12 }), ({ base, changes }, picks) => {
        const studied = studyChanges(base, changes);
        let graph = base;
        for (const pick of picks) {
          const { ops } = acceptanceOf(studied, standingsOf(studied, graph), [pick + 1]);
          const after = must(graph, ops);
          expect(findDefect(after)).toBeNull();
          expect(digestGraph(must(after, invertOps(graph, ops)))).toBe(digestGraph(graph));
          graph = after;
        }
      }),
    );
  });

  it("in any part that is closed, apply without the rest", () => {
    fc.assert(
      fc.property(proposalArbitrary, fc.array(fc.nat(23), { maxLength: 5 }), ({ base, changes }, picks) => {
        const studied = studyChanges(base, changes);
        const closed = [...new Set(picks.flatMap((pick) => [...(studied[pick]?.needs ?? []), pick]))].filter((index) => index < changes.length).toSorted((a, b) => a - b);
        const outcome = applyOps(base, closed.flatMap((index) => studied[index]?.change.ops ?? []));
        expect(outcome).toMatchObject({ ok: true });
      }),
    );
  });

  it("are never forced on a plan that others changed meanwhile: what is open applies, whatever they did", () => {
    fc.assert(
      fc.property(proposalArbitrary, fc.array(opArbitrary, { maxLength: 8 }), ({ base, changes }, edits) => {
        const studied = studyChanges(base, changes);
        const edited = edits.reduce((graph, op) => {
          const outcome = applyOps(graph, [op]);
          return outcome.ok ? outcome.graph : graph;
        }, base);
        const standings = standingsOf(studied, edited);
        for (const { number } of changes) {
          const { ops } = acceptanceOf(studied, standings, [number]);
          expect(findDefect(must(edited, ops))).toBeNull();
        }
      }),
    );
  });
});

const agent = (id: string, more: object = {}) => ({ kind: "agent" as const, id, title: id, ...more });
const plan = graphSchema.parse({ title: "P", nodes: [agent("a"), agent("b")], edges: [{ id: "e", from: "a", to: "b" }] });
const addition = changesOf([
  batch({ op: "node-add", node: agent("c") }),
  batch({ op: "edge-add", edge: { id: "bc", from: "b", to: "c" } }),
  batch({ op: "node-update", id: "a", changes: [{ path: ["title"], value: "A" }] }),
]);
const typesOn = (graph: Graph, changes: ProposedChange[]) => standingsOf(studyChanges(plan, changes), graph);

describe("the standing of a change", () => {
  it("says which others come along: an edge needs the node it leads to", () => {
    expect(typesOn(plan, addition)).toEqual([
      { type: "open", along: [] },
      { type: "open", along: [1] },
      { type: "open", along: [] },
    ]);
  });

  it("is in the plan once it was accepted, and stays so when the added node is edited further", () => {
    const accepted = must(plan, batch({ op: "node-add", node: agent("c") }));
    expect(typesOn(accepted, addition)[0]).toEqual({ type: "in-plan" });
    const edited = must(accepted, batch({ op: "node-update", id: "c", changes: [{ path: ["title"], value: "Mine" }] }));
    expect(typesOn(edited, addition).map(({ type }) => type)).toEqual(["in-plan", "open", "open"]);
  });

  it("is outdated when somebody set the same field otherwise, and says which", () => {
    const edited = must(plan, batch({ op: "node-update", id: "a", changes: [{ path: ["title"], value: "Other" }] }));
    expect(typesOn(edited, addition)[2]).toEqual({ type: "outdated", reason: "“title” of “Other” was changed since." });
  });

  it("is untouched by what somebody set in another field of the same node", () => {
    const edited = must(plan, batch({ op: "node-update", id: "a", changes: [{ path: ["rationale"], value: "Because" }] }));
    expect(typesOn(edited, addition)[2]).toEqual({ type: "open", along: [] });
  });

  it("is outdated when its node is gone, or when what it takes away was worked on", () => {
    const gone = must(plan, batch({ op: "edge-remove", id: "e" }, { op: "node-remove", id: "a" }));
    expect(typesOn(gone, addition)[2]).toEqual({ type: "outdated", reason: "The node “a” is no longer in the plan." });
    const removal = changesOf([batch({ op: "edge-remove", id: "e" }, { op: "node-remove", id: "a" })]);
    const worked = must(plan, batch({ op: "node-update", id: "a", changes: [{ path: ["instructions"], value: "Read more." }] }));
    expect(typesOn(worked, removal)[0]).toMatchObject({ type: "outdated" });
  });

  it("is held by what it rests on when that was rejected", () => {
    const [first, ...others] = addition;
    if (first === undefined) throw new Error("There are three changes.");
    expect(typesOn(plan, [{ ...first, ruling: { said: "rejected", byName: "Ada" } }, ...others]).slice(0, 2)).toEqual([{ type: "rejected" }, { type: "held", by: 1 }]);
  });
});
