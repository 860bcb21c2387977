import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { draftShelf, readDraftCopies } from "./draft-copy.ts";

const place = "countersign.mara.draft.plan";
const copy = { at: 1, baseRevision: 1, known: [], batches: [] };
let stored: Record<string, unknown> = {};

beforeEach(() => {
  stored = Object.create({
    getItem: (key: string) => stored[key] ?? null,
    setItem: (key: string, text: string) => void (stored[key] = text),
    removeItem: (key: string) => void delete stored[key],
  }) as Record<string, unknown>;
  vi.stubGlobal("localStorage", stored);
});
afterEach(() => void vi.unstubAllGlobals());

test("copies of every tab of one member are found, and nobody else's", () => {
  draftShelf(`${place}.one`).write(copy);
  draftShelf(`${place}.other`).write({ ...copy, at: 2 });
  draftShelf("countersign.otto.draft.plan.one").write(copy);
  expect([...readDraftCopies(place).copies.keys()]).toEqual([`${place}.one`, `${place}.other`]);
});

test("what is no draft is counted and taken out, however hostile", () => {
  const hostile = ["{", "null", "[]", '{"at":1,"baseRevision":1,"known":[],"batches":[[{"op":"node-explode"}]]}', `{"at":1,"baseRevision":-1,"known":[],"batches":[]}`, `${"[".repeat(50_000)}${"]".repeat(50_000)}`];
  for (const [index, text] of hostile.entries()) stored[`${place}.${index}`] = text;
  expect(readDraftCopies(place)).toEqual({ copies: new Map(), unreadable: hostile.length });
  expect(Object.keys(stored)).toEqual([]);
});

test("a shelf is cleared of what went into the draft, and not of what its tab wrote since", () => {
  const [mine, theirs] = [draftShelf(`${place}.mine`), draftShelf(`${place}.theirs`)];
  theirs.write(copy);
  mine.take(readDraftCopies(place).copies);
  mine.write(copy);
  mine.clear();
  expect(Object.keys(stored)).toEqual([]);
  theirs.write(copy);
  mine.take(readDraftCopies(place).copies);
  theirs.write({ ...copy, at: 2 });
  mine.clear();
  expect(Object.keys(stored)).toEqual([`${place}.theirs`]);
});

test("a draft that is longer than a browser should hold is not kept, and that is said", () => {
  const long = "x".repeat(1_000_001);
  expect(draftShelf(`${place}.one`).write({ ...copy, batches: [[{ op: "node-update", id: "read", changes: [{ path: ["title"], value: long }] }]] })).toBe(false);
});
