import { expect, test } from "vitest";
import { createToolRegistry } from "./tool-registry.ts";

const source = {
  id: "01900000-0000-7000-8000-000000000001",
  title: "Lamps",
  path: "lamps.md",
  collection: { name: "handbook" },
  text: "a".repeat(12_000) + "the end",
  sha256: "0".repeat(64),
};
const passage = { sourceId: source.id, title: source.title, path: source.path, collection: "handbook", heading: "", start: 0, end: 3, text: "aaa" };
const counted = { passages: 40, words: [{ word: "lamp", passages: 1 }] };
const asked: unknown[] = [];

const registry = createToolRegistry({
  search: async (query) => {
    asked.push(query);
    return [passage];
  },
  countWords: async () => counted,
  findSource: async (id) => (id === source.id ? source : null),
});

const call = (name: string, input: unknown, collections: string[] | null = null) =>
  registry.list().find((tool) => tool.name === name)!.execute(input, { collections }, { idempotencyKey: "one", signal: new AbortController().signal });

test("search answers with passages ready to be quoted, within what the run may read", async () => {
  expect(await call("search_sources", { query: "lamp" }, ["handbook"])).toEqual({ ok: true, output: { passages: [passage], counted } });
  expect(asked.at(-1)).toEqual({ query: "lamp", collections: ["handbook"], limit: 8 });
  expect(await call("search_sources", { query: "lamp", collections: ["diary"] }, ["handbook"])).toEqual({ ok: false, reason: "outside-scope" });
});

test("a source is read piece by piece, exactly", async () => {
  expect(await call("read_source", { sourceId: source.id })).toMatchObject({ ok: true, output: { start: 0, nextStart: 12_000, sha256: source.sha256 } });
  expect(await call("read_source", { sourceId: source.id, start: 12_000 })).toMatchObject({ ok: true, output: { text: "the end", nextStart: null } });
  expect(await call("read_source", { sourceId: source.id }, ["diary"])).toEqual({ ok: false, reason: "outside-scope" });
  expect(await call("read_source", { sourceId: "01900000-0000-7000-8000-000000000002" })).toEqual({ ok: false, reason: "not-found" });
});

test("input that doesn't fit is told apart by field, and never reaches the tool", async () => {
  const before = asked.length;
  expect(await call("search_sources", { query: "", limit: 100 })).toMatchObject({ ok: false, reason: "bad-input", issues: [expect.stringContaining("query"), expect.stringContaining("limit")] });
  expect(asked).toHaveLength(before);
});

test("every tool is described by name, effects and the digest of its schema, the same each time", async () => {
  const descriptors = await registry.descriptors();
  expect(descriptors.map(({ name, effects, server }) => ({ name, effects, server }))).toEqual([
    { name: "search_sources", effects: "read-only", server: "built-in" },
    { name: "read_source", effects: "read-only", server: "built-in" },
  ]);
  expect(await registry.descriptors()).toEqual(descriptors);
});
