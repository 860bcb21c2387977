import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { digestDraft, type Draft } from "../../core/workflow/draft.ts";
import { graphSchema } from "../../core/workflow/graph.ts";
import { opSchema, type Op } from "../../core/workflow/op.ts";
import { createGraphEditor } from "../canvas/graph-editor.ts";
import type { DraftCopy } from "./draft-copy.ts";
import { createDraftKeeper } from "./draft-keeper.ts";

const graph = graphSchema.parse({ nodes: [{ kind: "agent", id: "read", title: "Read" }, { kind: "verify", id: "check", title: "Check" }] });
const title = (id: string, value: string): Op[] => [opSchema.parse({ op: "node-update", id, changes: [{ path: ["title"], value }] })];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What a server holds for one person, which can be cut off before or after it took something in. */
function server() {
  let kept: Draft | null = null;
  const world = { cut: null as "before" | "after" | null, kept: () => kept, put: (draft: Draft) => void (kept = draft) };
  const send = async ({ over, ...draft }: Draft & { over: string | null }) => {
    if (world.cut === "before") throw new Error("cut off");
    const digest = kept === null ? null : digestDraft(kept);
    if (kept !== null && digest !== over && digest !== digestDraft(draft)) return { ok: false as const, reason: "overtaken" as const, draft: kept };
    kept = draft.batches.length === 0 ? null : draft;
    if (world.cut === "after") throw new Error("cut off");
    return { ok: true as const, digest: digestDraft(draft) };
  };
  return Object.assign(world, { send });
}

/** A tab with a desk on it. */
function tab(place: ReturnType<typeof server>, resumed: { batches: Op[][]; known: Op[][] } = { batches: [], known: [] }) {
  const shelf = { held: null as DraftCopy | null, isFull: false };
  const editor = createGraphEditor(graph, resumed.batches);
  const keeper = createDraftKeeper({
    opened: { number: 1, graph },
    editor,
    resumed: { ...resumed, over: digestDraft({ baseRevision: 1, batches: resumed.known }), taken: new Map(), clashes: 0 },
    shelf: { write: (copy) => (shelf.held = shelf.isFull ? null : copy) !== null, clear: () => (shelf.held = null), take: () => undefined },
    send: place.send,
    onKept: () => undefined,
    onJoined: () => undefined,
  });
  const titles = () => editor.read().graph.nodes.map((node) => node.title);
  return { editor, keeper, shelf, titles, leave: keeper.start(), settle: () => vi.advanceTimersByTimeAsync(20_000) };
}

test("a change is in this browser before anything else happens, and leaves it once the server holds it", async () => {
  const place = server();
  const { editor, keeper, shelf, settle } = tab(place);
  editor.apply(title("read", "Read closely"));
  expect(shelf.held).toMatchObject({ baseRevision: 1, known: [], batches: [title("read", "Read closely")] });
  expect(place.kept()).toBeNull();
  await settle();
  expect(place.kept()?.batches).toEqual([title("read", "Read closely")]);
  expect([keeper.read().state, shelf.held]).toEqual(["saved", null]);
});

test("a browser that keeps nothing is told apart, and what is undone leaves the server too", async () => {
  const place = server();
  const { editor, keeper, shelf, settle } = tab(place);
  shelf.isFull = true;
  editor.apply(title("read", "Read closely"));
  expect(keeper.read()).toMatchObject({ state: "saving", isCopied: false });
  await settle();
  editor.undo();
  await settle();
  expect([keeper.read().state, place.kept()]).toEqual(["saved", null]);
});

test("while the server is away everything stays in this browser, and arrives once it is back", async () => {
  const place = server();
  const { editor, keeper, shelf, settle } = tab(place);
  for (const cut of ["before", "after"] as const) {
    place.cut = cut;
    editor.apply(title("read", `Read, cut ${cut}`));
    await settle();
    expect(keeper.read().state).toBe("failed");
    expect(shelf.held?.batches).toEqual(editor.read().batches);
  }
  editor.apply(title("check", "Check"));
  place.cut = null;
  await settle();
  expect([keeper.read().state, place.kept()?.batches]).toEqual(["saved", editor.read().batches]);
});

test("two tabs that change different places end with the same draft, and neither loses anything", async () => {
  const place = server();
  const [one, other] = [tab(place), tab(place)];
  one.editor.apply(title("read", "Of one"));
  await one.settle();
  other.editor.apply(title("check", "Of the other"));
  await other.settle();
  expect(other.titles()).toEqual(["Of one", "Of the other"]);
  expect(place.kept()?.batches).toEqual(other.editor.read().batches);
  one.editor.apply(title("check", "Of the other, from one"));
  await one.settle();
  expect(one.keeper.read().state).toBe("clash");
  expect(place.kept()?.batches).toEqual(other.editor.read().batches);
  one.keeper.choose(new Map([["node/check/title", "mine"]]));
  await one.settle();
  expect([one.titles(), one.keeper.read().state]).toEqual([["Of one", "Of the other, from one"], "saved"]);
});

test("what a tab that went away had not sent goes on, beside what came in between", async () => {
  const place = server();
  const gone = tab(place);
  gone.editor.apply(title("read", "Read closely"));
  const copy = gone.shelf.held;
  gone.keeper.close(false);
  place.put({ baseRevision: 1, batches: [title("check", "Of another browser")] });
  const next = tab(place, { batches: copy?.batches ?? [], known: copy?.known ?? [] });
  await next.settle();
  expect([next.titles(), next.keeper.read().state]).toEqual([["Read closely", "Of another browser"], "saved"]);
});

test("a draft of another revision is never written over, until it was dealt with", async () => {
  const place = server();
  const older = { baseRevision: 9, batches: [title("read", "Older")] };
  place.put(older);
  const { editor, keeper, shelf, settle } = tab(place);
  editor.apply(title("read", "Newer"));
  await settle();
  expect([keeper.read().state, place.kept(), shelf.held?.batches]).toEqual(["elsewhere", older, editor.read().batches]);
  keeper.replace(digestDraft(older), new Map());
  await settle();
  expect([keeper.read().state, place.kept()?.baseRevision]).toEqual(["saved", 1]);
});

test("leaving the page sends at once what was typed last", async () => {
  const place = server();
  const { editor, leave } = tab(place);
  leave();
  editor.apply(title("read", "Typed as the page went"));
  await vi.advanceTimersByTimeAsync(0);
  expect(place.kept()?.batches).toEqual([title("read", "Typed as the page went")]);
});
