import fc from "fast-check";
import { expect, test } from "vitest";
import { graphArbitrary, opArbitrary } from "../../tests/setup/graph-arbitrary.ts";
import { applyOps } from "./apply-op.ts";
import { digestGraph } from "./digest-graph.ts";
import { digestDraft, joinDrafts } from "./draft.ts";
import { graphSchema, type Graph } from "./graph.ts";
import { mergeGraphs } from "./merge-graphs.ts";
import { opSchema, type Op, type OpInput } from "./op.ts";
import { withBatches } from "./rebase-batches.ts";

const opened = graphSchema.parse({ nodes: [{ kind: "agent", id: "read", title: "Read" }, { kind: "verify", id: "check", title: "Check" }] });
const set = (id: string, field: string, value: string): Op[] => [opSchema.parse({ op: "node-update", id, changes: [{ path: [field], value }] } satisfies OpInput)];

test("a draft is named by what it holds, however its keys are ordered; one that holds nothing has no name", () => {
  const batches = [set("read", "title", "Read closely")];
  expect(digestDraft({ baseRevision: 1, batches })).toBe(digestDraft({ baseRevision: 1, batches: [[{ changes: [{ value: "Read closely", path: ["title"] }], id: "read", op: "node-update" }]] }));
  expect(digestDraft({ baseRevision: 1, batches })).not.toBe(digestDraft({ baseRevision: 2, batches }));
  expect(digestDraft({ baseRevision: 1, batches: [] })).toBeNull();
});

test("what two tabs added to one draft is in both, each change by itself", () => {
  const known = [set("read", "title", "Read closely")];
  const [mine, theirs] = [[...known, set("read", "instructions", "Quote."), set("read", "instructions", "Quote it all.")], [...known, set("check", "title", "Check well")]];
  expect(joinDrafts(opened, { known, mine, theirs })).toEqual({ batches: [...theirs, ...mine.slice(1)], conflicts: [], lost: [] });
});

test("a tab that went away before it knew what had arrived goes on from that, and clashes with nothing", () => {
  const arrived = [set("read", "title", "Read clo")];
  const mine = [...arrived, set("read", "title", "Read closely")];
  expect(joinDrafts(opened, { known: [], mine, theirs: arrived })).toEqual({ batches: mine, conflicts: [], lost: [] });
  expect(joinDrafts(opened, { known: [], mine: arrived, theirs: mine })).toEqual({ batches: mine, conflicts: [], lost: [] });
});

test("what one tab took back stays taken back beside what the other added", () => {
  const known = [set("read", "title", "Read closely")];
  const { batches } = joinDrafts(opened, { known, mine: [], theirs: [...known, set("check", "title", "Check well")] });
  expect(withBatches(opened, batches).graph.nodes.map(({ title }) => title)).toEqual(["Read", "Check well"]);
});

test("one field that two tabs changed is a conflict, and what is chosen stands", () => {
  const drafts = { known: [], mine: [set("read", "title", "Mine")], theirs: [set("read", "title", "Theirs")] };
  expect(joinDrafts(opened, drafts).conflicts.map(({ key }) => key)).toEqual(["node/read/title"]);
  const { batches } = joinDrafts(opened, drafts, new Map([["node/read/title", "mine"]]));
  expect(withBatches(opened, batches).graph.nodes[0]?.title).toBe("Mine");
});

/** A graph with three drafts of it, of ops that apply one after the other. */
const drafted = fc.tuple(graphArbitrary, fc.array(opArbitrary, { maxLength: 4 }), fc.array(opArbitrary, { maxLength: 4 }), fc.array(opArbitrary, { maxLength: 4 }), fc.nat(4)).map(([graph, first, second, third, undone]) => {
  const draft = (start: readonly Op[][], ops: readonly Op[]) => ops.reduce<Op[][]>((batches, op) => (applyOps(withBatches(graph, batches).graph, [op]).ok ? [...batches, [op]] : batches), [...start]);
  const known = draft([], first);
  return { graph, known, mine: draft(known.slice(0, Math.max(0, known.length - undone)), second), theirs: draft(known, third) };
});
const after = (graph: Graph, batches: readonly Op[][]) => withBatches(graph, batches);

test("joined batches apply whole and lead to what both made of what they knew", () => {
  fc.assert(
    fc.property(drafted, ({ graph, known, mine, theirs }) => {
      const joined = after(graph, joinDrafts(graph, { known, mine, theirs }).batches);
      const merged = mergeGraphs({ base: after(graph, known).graph, mine: after(graph, mine).graph, theirs: after(graph, theirs).graph });
      expect(joined.isWhole).toBe(true);
      expect(digestGraph(joined.graph)).toBe(digestGraph(merged.graph));
      expect(digestGraph(after(graph, joinDrafts(graph, { known, mine, theirs: known }).batches).graph)).toBe(digestGraph(after(graph, mine).graph));
    }),
  );
});
