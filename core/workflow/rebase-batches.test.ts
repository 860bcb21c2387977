import { expect, test } from "vitest";
import { applyOps } from "./apply-op.ts";
import { graphSchema, type Graph } from "./graph.ts";
import { opSchema, type Op, type OpInput } from "./op.ts";
import { rebaseBatches } from "./rebase-batches.ts";

const base = graphSchema.parse({ nodes: [{ kind: "agent", id: "read", title: "Read" }, { kind: "verify", id: "check", title: "Check" }] });
const set = (id: string, field: string, value: string): Op[] => [opSchema.parse({ op: "node-update", id, changes: [{ path: [field], value }] } satisfies OpInput)];
const after = (graph: Graph, ...batches: Op[][]): Graph =>
  batches.reduce((earlier, ops) => {
    const outcome = applyOps(earlier, ops);
    if (!outcome.ok) throw new Error(outcome.refusal.message);
    return outcome.graph;
  }, graph);

test("changes that don't meet stay the very batches, each to be undone by itself", () => {
  const batches = [set("read", "title", "Read closely"), set("read", "instructions", "Quote.")];
  expect(rebaseBatches({ base, theirs: after(base, set("check", "title", "Check well")), batches })).toEqual({ batches, conflicts: [], lost: [] });
});

test("a field that both changed is theirs until mine is chosen", () => {
  const theirs = after(base, set("read", "title", "Theirs"));
  const batches = [set("read", "title", "Mine"), set("check", "criteria", "Each claim has a quote.")];
  const untouched = rebaseBatches({ base, theirs, batches });
  expect(untouched.conflicts.map(({ key }) => key)).toEqual(["node/read/title"]);
  expect(after(theirs, ...untouched.batches).nodes).toMatchObject([{ title: "Theirs" }, { criteria: "Each claim has a quote." }]);
  const chosen = rebaseBatches({ base, theirs, batches }, new Map([["node/read/title", "mine"]]));
  expect(after(theirs, ...chosen.batches).nodes).toMatchObject([{ title: "Mine" }, { criteria: "Each claim has a quote." }]);
});
