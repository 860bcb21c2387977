import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { graphArbitrary, opArbitrary } from "../../tests/setup/graph-arbitrary.ts";
import { applyOps } from "./apply-op.ts";
import { digestGraph } from "./digest-graph.ts";
import { findDefect } from "./graph-defect.ts";
import { graphSchema, type Graph, type GraphInput } from "./graph.ts";
import { mergeGraphs, type MergeConflict } from "./merge-graphs.ts";

const input: GraphInput = {
  title: "Crash",
  nodes: [
    { kind: "agent", id: "read", title: "Read", instructions: "Read the log." },
    { kind: "verify", id: "check", title: "Check" },
    { kind: "synthesize", id: "report", title: "Report" },
  ],
  edges: [{ id: "e1", from: "read", to: "check" }, { id: "e2", from: "check", to: "report" }],
  reportNode: "report",
};
const base = graphSchema.parse(input);
const edited = (change: (graph: GraphInput & { nodes: NonNullable<GraphInput["nodes"]>; edges: NonNullable<GraphInput["edges"]> }) => GraphInput) => graphSchema.parse(change(structuredClone(input) as Parameters<typeof change>[0]));
const retitled = (title: string) => edited((graph) => ({ ...graph, nodes: graph.nodes.map((node) => (node.id === "read" ? { ...node, title } : node)) }));
const without = (id: string) => edited((graph) => ({ ...graph, nodes: graph.nodes.filter((node) => node.id !== id), edges: graph.edges.filter(({ from, to }) => from !== id && to !== id) }));

describe("mergeGraphs", () => {
  test("two fields of one node changed by two people are both kept", () => {
    const mine = edited((graph) => ({ ...graph, nodes: graph.nodes.map((node) => (node.kind === "agent" ? { ...node, instructions: "Quote the log." } : node)) }));
    const { graph, conflicts, lost } = mergeGraphs({ base, mine, theirs: retitled("Read closely") });
    expect([conflicts, lost]).toEqual([[], []]);
    expect(graph.nodes.find(({ id }) => id === "read")).toMatchObject({ title: "Read closely", instructions: "Quote the log." });
  });

  test("one field changed by both is a conflict, resolved by choice", () => {
    const graphs = { base, mine: retitled("Mine"), theirs: retitled("Theirs") };
    const { conflicts } = mergeGraphs(graphs);
    expect(conflicts).toEqual([{ key: "node/read/title", part: { type: "node", id: "read" }, field: "title", before: "Read", mine: "Mine", theirs: "Theirs" }]);
    const titleOf = (side: "mine" | "theirs") => mergeGraphs(graphs, new Map([["node/read/title", side]])).graph.nodes[0]?.title;
    expect([titleOf("mine"), titleOf("theirs")]).toEqual(["Mine", "Theirs"]);
  });

  test("a node that one removed and the other went on with is a conflict", () => {
    for (const touched of [retitled("Read closely"), edited((graph) => ({ ...graph, edges: [...graph.edges, { id: "e3", from: "read", to: "report" }] }))]) {
      const [asMine, asTheirs] = [mergeGraphs({ base, mine: touched, theirs: without("read") }), mergeGraphs({ base, mine: without("read"), theirs: touched })];
      expect(asMine.conflicts).toMatchObject([{ key: "node/read", field: null, theirs: null }]);
      expect(asTheirs.conflicts).toMatchObject([{ key: "node/read", field: null, mine: null }]);
      expect(asMine.graph.nodes.map(({ id }) => id)).toEqual(["check", "report"]);
      expect(asTheirs.graph.nodes.map(({ id }) => id)).toContain("read");
    }
  });

  test("nodes that both added under one id are two nodes, each with its connections", () => {
    const added = (title: string) => edited((graph) => ({ ...graph, nodes: [...graph.nodes, { kind: "agent", id: "agent", title }], edges: [...graph.edges, { id: "e3", from: "agent", to: "check", as: title.toLowerCase() }] }));
    const { graph, conflicts, lost } = mergeGraphs({ base, mine: added("Mine"), theirs: added("Theirs") });
    expect([conflicts, lost]).toEqual([[], []]);
    expect(graph.nodes.map(({ id, title }) => [id, title]).slice(-2)).toEqual([["agent", "Theirs"], ["agent-2", "Mine"]]);
    expect(graph.edges.slice(-2)).toMatchObject([{ id: "e3", from: "agent" }, { id: "e3-2", from: "agent-2" }]);
  });

  test("a change that no longer fits is told, not dropped in silence", () => {
    const connected = (id: string) => edited((graph) => ({ ...graph, edges: [...graph.edges, { id, from: "read", to: "report" }] }));
    const { graph, lost } = mergeGraphs({ base, mine: connected("my-edge"), theirs: connected("their-edge") });
    expect(graph.edges.map(({ id }) => id)).toEqual(["e1", "e2", "their-edge"]);
    expect(lost).toEqual([expect.stringContaining("already receives an input")]);
  });

  /** Two people's edits of one graph: of the ops that were drawn those that apply, each by itself. */
  const both = fc.tuple(graphArbitrary, fc.array(opArbitrary, { maxLength: 6 }), fc.array(opArbitrary, { maxLength: 6 })).map(([start, ...edits]) => {
    const [mine, theirs] = edits.map((ops) =>
      ops.reduce<Graph>((graph, op) => {
        const outcome = applyOps(graph, [op]);
        return outcome.ok ? outcome.graph : graph;
      }, start),
    );
    return { base: start, mine: mine ?? start, theirs: theirs ?? start };
  });

  test("nobody's change alone is touched, and what both did alike is done", () => {
    fc.assert(
      fc.property(both, ({ base: start, mine, theirs }) => {
        for (const [graphs, expected] of [[{ base: start, mine, theirs: start }, mine], [{ base: start, mine: start, theirs }, theirs], [{ base: start, mine, theirs: mine }, mine]] as const) {
          const merge = mergeGraphs(graphs);
          expect([merge.conflicts, merge.lost]).toEqual([[], []]);
          expect(digestGraph(merge.graph)).toBe(digestGraph(expected));
        }
      }),
    );
  });

  test("the result is sound, whatever is chosen", () => {
    fc.assert(
      fc.property(both, fc.infiniteStream(fc.constantFrom("mine" as const, "theirs" as const)), (graphs, sides) => {
        const { conflicts } = mergeGraphs(graphs);
        const choices = new Map(conflicts.map(({ key }) => [key, sides.next().value ?? "mine"]));
        expect(findDefect(mergeGraphs(graphs, choices).graph)).toBeNull();
      }),
    );
  });

  test("conflicts are the same from either side", () => {
    const turned = ({ mine, theirs, ...rest }: MergeConflict) => ({ ...rest, mine: theirs, theirs: mine });
    const sorted = (conflicts: MergeConflict[]) => conflicts.toSorted((one, other) => (one.key < other.key ? -1 : 1));
    fc.assert(
      fc.property(both, ({ base: start, mine, theirs }) => {
        const [here, there] = [mergeGraphs({ base: start, mine, theirs }), mergeGraphs({ base: start, mine: theirs, theirs: mine })];
        expect(sorted(here.conflicts)).toEqual(sorted(there.conflicts.map(turned)));
      }),
    );
  });

  test("what only one person changed survives beside what the other did", () => {
    const fieldsOf = (graph: Graph): ReadonlyMap<string, string> => new Map<string, string>([...graph.nodes, ...graph.edges].flatMap((part) => Object.entries(part).map(([field, value]) => [`${part.id}/${field}`, JSON.stringify(value)] as const)));
    fc.assert(
      fc.property(both, (graphs) => {
        const { graph, conflicts, lost } = mergeGraphs(graphs);
        fc.pre(conflicts.length === 0 && lost.length === 0);
        const [before, mine, theirs, merged] = [graphs.base, graphs.mine, graphs.theirs, graph].map(fieldsOf);
        const changed = (one: ReadonlyMap<string, string> | undefined, other: ReadonlyMap<string, string> | undefined) => [...(one ?? [])].filter(([key, value]) => before?.get(key) !== value && other?.get(key) === before?.get(key) && other !== undefined);
        for (const [key, value] of [...changed(mine, theirs), ...changed(theirs, mine)]) expect([key, merged?.get(key)]).toEqual([key, value]);
      }),
    );
  });
});
