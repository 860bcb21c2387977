import fc from "fast-check";
import type { EdgeInput } from "../../core/workflow/edge.ts";
import { graphSchema, type Graph } from "../../core/workflow/graph.ts";
import type { NodeInput } from "../../core/workflow/node.ts";
import { opSchema, type Op } from "../../core/workflow/op.ts";

const text = fc.string({ unit: "grapheme", maxLength: 20 });
const title = text.map((words) => `T ${words}`);
const requirement = fc.constantFrom("r1", "r2", "r3");
const expression = fc.constantFrom("inputs.list", "size(inputs.list) > 3", "item.name");
const nodeId = (index: number) => `n${index}`;
const phaseIds = ["read", "check", "write"];

/** A node with an id and a parent of its choosing, of any kind that fits there. */
function nodeArbitrary(id: string, parent: string | undefined, mustHold: boolean): fc.Arbitrary<NodeInput> {
  const shared = fc.record({
    id: fc.constant(id),
    title,
    rationale: text,
    phase: fc.option(fc.constantFrom(...phaseIds), { nil: undefined }),
    parent: fc.constant(parent),
    covers: fc.array(requirement, { maxLength: 4 }),
    budget: fc.option(fc.record({ maxTokens: fc.integer({ min: 1, max: 10_000 }) }), { nil: undefined }),
    onError: fc.constantFrom("fail" as const, "skip" as const, "ask" as const),
  });
  const with_ = <Own extends object>(own: fc.Arbitrary<Own>) => fc.tuple(shared, own).map(([base, fields]) => ({ ...base, ...fields }));
  const map = with_(
    fc.record({
      kind: fc.constant("map" as const),
      items: fc.oneof(expression, fc.constant({ unknown: "the import doesn't say" })),
      maxItems: fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined }),
    }),
  );
  const loop = with_(fc.record({ kind: fc.constant("loop" as const), until: expression, maxIterations: fc.constant(3) }));
  if (mustHold) return fc.oneof(map, loop);
  const agent = with_(
    fc.record({
      kind: fc.constant("agent" as const),
      instructions: text,
      tools: fc.array(fc.constantFrom("search", "read", "fetch"), { maxLength: 4 }),
      context: fc.record({ sources: fc.array(fc.constantFrom("docs", "notes"), { maxLength: 3 }), question: fc.boolean() }),
    }),
  );
  const verify = with_(fc.record({ kind: fc.constant("verify" as const), criteria: text, votes: fc.integer({ min: 1, max: 3 }) }));
  const join = with_(fc.record({ kind: fc.constant("join" as const), waitFor: fc.oneof(fc.constant("any" as const), fc.constant(2)) }));
  return fc.oneof(agent, verify, join, map, loop);
}

/** A sound graph of at most ten nodes, some of them inside containers. */
export const graphArbitrary: fc.Arbitrary<Graph> = fc
  .array(fc.option(fc.nat(9), { nil: undefined, freq: 2 }), { maxLength: 10 })
  .chain((wishes) => {
    // A wish for a parent comes true when it names an earlier node; those become containers.
    const parents = wishes.map((wish, index) => (wish !== undefined && wish < index ? wish : undefined));
    const nodes = parents.map((parent, index) =>
      nodeArbitrary(nodeId(index), parent === undefined ? undefined : nodeId(parent), parents.includes(index)),
    );
    const ends = fc.tuple(fc.nat(9), fc.nat(9), fc.constantFrom("data" as const, "order" as const), fc.option(expression, { nil: undefined }));
    return fc.record({
      title,
      strategy: fc.record({ summary: text, alternatives: fc.array(fc.record({ summary: text, whyNot: text }), { maxLength: 2 }) }),
      phases: fc.constant(phaseIds.map((id) => ({ id, title: id }))),
      nodes: fc.tuple(...nodes),
      edges: fc.array(ends, { maxLength: 14 }).map((wanted) => siblingEdges(wanted, parents)),
      layout: fc.dictionary(fc.nat(9).map(nodeId), fc.record({ x: fc.integer({ min: 0, max: 999 }), y: fc.integer({ min: 0, max: 999 }) })),
    });
  })
  .map((input) => graphSchema.parse(input));

function siblingEdges(
  wanted: [number, number, "data" | "order", string | undefined][],
  parents: readonly (number | undefined)[],
): EdgeInput[] {
  const edges = wanted
    .filter(([from, to]) => from < parents.length && to < parents.length && parents[from] === parents[to])
    .map(([from, to, kind, when]) => ({ id: `e-${from}-${to}`, from: nodeId(from), to: nodeId(to), kind, when }));
  return [...new Map(edges.map((edge) => [edge.id, edge])).values()];
}

/** Ops that may or may not apply to a graph: about its own parts, and about some that aren't there. */
export const opArbitrary: fc.Arbitrary<Op> = fc
  .oneof(
    fc.tuple(fc.nat(12), fc.option(fc.nat(9).map(nodeId), { nil: undefined, freq: 2 })).chain(([index, parent]) => nodeArbitrary(nodeId(index), parent, false)).map((node) => ({ op: "node-add", node })),
    fc.nat(10).map((index) => ({ op: "node-remove", id: nodeId(index) })),
    fc
      .tuple(
        fc.nat(10),
        fc.constantFrom(
          { path: ["title"], value: "Another" },
          { path: ["budget", "maxTokens"], value: 7 },
          { path: ["budget"] },
          { path: ["phase"], value: "check" },
          { path: ["phase"], value: "nowhere" },
          { path: ["parent"], value: "n0" },
          { path: ["parent"] },
          { path: ["context", "maxTokens"], value: 9 },
          { path: ["votes"], value: 2 },
          { path: ["covers"], value: ["r9", "r1", "r9"] },
          { path: ["kind"], value: "tool" },
        ),
      )
      .map(([index, change]) => ({ op: "node-update", id: nodeId(index), changes: [change] })),
    fc
      .tuple(fc.nat(10), fc.nat(10))
      .map(([from, to]) => ({ op: "edge-add", edge: { id: `e-${from}-${to}`, from: nodeId(from), to: nodeId(to) } })),
    fc.tuple(fc.nat(9), fc.nat(9)).map(([from, to]) => ({ op: "edge-remove", id: `e-${from}-${to}` })),
    fc
      .tuple(fc.nat(9), fc.nat(9), fc.constantFrom({ path: ["as"], value: "other" }, { path: ["when"] }, { path: ["to"], value: "n1" }))
      .map(([from, to, change]) => ({ op: "edge-update", id: `e-${from}-${to}`, changes: [change] })),
    fc
      .constantFrom(
        { path: ["title"], value: "New title" },
        { path: ["reportNode"], value: "n0" },
        { path: ["reportNode"] },
        { path: ["strategy", "summary"], value: "otherwise" },
        { path: ["phases"], value: [{ id: "read", title: "Reading" }] },
      )
      .map((change) => ({ op: "plan-update", changes: [change] })),
    fc.nat(9).map((index) => ({ op: "layout-update", positions: { [nodeId(index)]: { x: 1, y: 2 } } })),
  )
  .map((input) => opSchema.parse(input));
