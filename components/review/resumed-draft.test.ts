import { expect, test } from "vitest";
import { digestDraft } from "../../core/workflow/draft.ts";
import { graphSchema } from "../../core/workflow/graph.ts";
import { opSchema, type Op } from "../../core/workflow/op.ts";
import type { DraftCopy } from "./draft-copy.ts";
import { olderDraft, resumeDraft } from "./resumed-draft.ts";

const graph = graphSchema.parse({ nodes: [{ kind: "agent", id: "read", title: "Read" }, { kind: "verify", id: "check", title: "Check" }] });
const opened = { number: 2, graph };
const title = (id: string, value: string): Op[] => [opSchema.parse({ op: "node-update", id, changes: [{ path: ["title"], value }] })];
const copy = (at: number, known: Op[][], batches: Op[][], baseRevision = 2): DraftCopy => ({ at, baseRevision, known, batches });

test("without copies a desk goes on from the draft on the server, if it is of this revision", () => {
  const batches = [title("read", "Mine")];
  expect(resumeDraft(opened, { baseRevision: 2, batches }, new Map())).toMatchObject({ batches, known: batches, over: digestDraft({ baseRevision: 2, batches }) });
  expect(resumeDraft(opened, { baseRevision: 1, batches }, new Map())).toMatchObject({ batches: [], known: [], over: null });
});

test("a copy goes on from what the server was known to hold, whatever it holds by now", () => {
  const known = [title("read", "Mine")];
  const batches = [...known, title("check", "Mine too")];
  const copies = new Map([["a", copy(1, known, batches)]]);
  expect(resumeDraft(opened, { baseRevision: 2, batches: [title("read", "Of another browser")] }, copies)).toEqual({ batches, known, over: digestDraft({ baseRevision: 2, batches: known }), taken: copies, clashes: 0 });
});

test("copies of two tabs are joined; where both changed the same, the later one stands and it is said", () => {
  const one = copy(1, [], [title("read", "Earlier"), title("check", "Check well")]);
  const resumed = resumeDraft(opened, null, new Map([["one", one], ["other", copy(2, [], [title("read", "Later")])]]));
  expect(resumed.clashes).toBe(1);
  expect(resumed.batches.flat()).toEqual([...title("read", "Later"), ...title("check", "Check well")]);
  expect([...resumed.taken.keys()]).toEqual(["other", "one"]);
});

test("a draft of an earlier revision waits, what this browser kept of it before what the server did", () => {
  const kept = { baseRevision: 1, batches: [title("read", "Server")] };
  const mine = copy(5, kept.batches, [title("read", "Browser")], 1);
  expect(olderDraft(2, kept, new Map())).toMatchObject({ ...kept, over: digestDraft(kept) });
  expect(olderDraft(2, kept, new Map([["a", mine], ["b", copy(9, [], [], 2)]]))).toMatchObject({ batches: mine.batches, over: digestDraft(kept), taken: new Map([["a", mine]]) });
  expect(olderDraft(1, kept, new Map())).toBeNull();
});
