import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { maxUploadBytes } from "../../core/sources/source-schema.ts";
import { freshServices } from "../../tests/setup/services.ts";

const actor = { id: null, name: "operator" };

async function ownCollection() {
  const { services } = await freshServices();
  const made = await services.createCollection(actor, { name: "Notes" });
  if (!made.ok) throw new Error(made.reason);
  const { collectionId } = made;
  return { services, collectionId, upload: (path: string, text: string) => services.uploadSource(actor, { collectionId, path, text }) };
}

test("a text is kept exactly as it came, with the digest of its bytes", async () => {
  const { services, upload } = await ownCollection();
  const text = "\u{feff}# Ä title\r\n\r\nA lamp\u0007 and 😀.\r\n";
  const outcome = await upload("lamp.md", text);
  if (!outcome.ok) throw new Error(outcome.reason);
  const source = await services.describeSource(outcome.sourceId);
  expect(source).toMatchObject({ text, title: "Ä title", sha256: createHash("sha256").update(text, "utf8").digest("hex"), byteLength: Buffer.byteLength(text) });
  const [hit] = await services.searchSources({ query: "lamp", collections: ["Notes"], limit: 5 });
  expect(text.slice(hit?.start, hit?.end)).toBe(hit?.text);
});

test("a text is read as its name says that it is written", async () => {
  const { services, upload } = await ownCollection();
  const text = "Lamp: 7\nTitle: Lamps\n\nOil\n===\n\nLight it::\n\n    # Not a heading\n    lamp.on()\n";
  const outcome = await upload("lamp.rst", text);
  if (!outcome.ok) throw new Error(outcome.reason);
  expect(await services.describeSource(outcome.sourceId)).toMatchObject({ text, title: "Lamps", headings: [{ text: "Oil", level: 1 }] });
  expect(await services.searchSources({ query: "light", collections: ["Notes"], limit: 5 })).toMatchObject([{ heading: "Oil", text: expect.stringContaining("lamp.on()") }]);
});

test("another text of the same path takes its place, and the earlier stays readable", async () => {
  const { services, collectionId, upload } = await ownCollection();
  const [first, same, second] = [await upload("a.md", "The lamp is red."), await upload("a.md", "The lamp is red."), await upload("a.md", "The lamp is green.")];
  expect([first, same, second]).toMatchObject([{ isUnchanged: false }, { isUnchanged: true }, { isUnchanged: false }]);
  expect(await services.listSources({ collectionId, after: null, text: "", limit: 5 })).toHaveLength(1);
  expect((await services.searchSources({ query: "lamp", collections: null, limit: 5 })).map(({ text }) => text)).toEqual(["The lamp is green."]);
  expect(await services.describeSource(first.ok ? first.sourceId : "")).toMatchObject({ text: "The lamp is red.", retiredAt: expect.any(Date) });
});

test("uploads of one path at once leave one document", async () => {
  const { services, collectionId, upload } = await ownCollection();
  await Promise.all(Array.from({ length: 6 }, (_, at) => upload("a.md", `Text number ${at}.`)));
  expect(await services.listSources({ collectionId, after: null, text: "", limit: 5 })).toHaveLength(1);
});

test("what can't be kept as it is, is too large or belongs elsewhere is refused, and nothing is written", async () => {
  const { services, collectionId, upload } = await ownCollection();
  expect(await upload("nul.txt", "a\u0000b")).toEqual({ ok: false, reason: "not-text" });
  expect(await upload("half.txt", "a\ud800")).toEqual({ ok: false, reason: "not-text" });
  expect(await upload("large.txt", "ä".repeat(maxUploadBytes / 2 + 1))).toEqual({ ok: false, reason: "too-large" });
  const unknown = { collectionId: "01900000-0000-7000-8000-000000000000", path: "a.md", text: "a" };
  expect(await services.uploadSource(actor, unknown)).toEqual({ ok: false, reason: "not-found" });
  expect(await services.listSources({ collectionId, after: null, text: "", limit: 5 })).toEqual([]);
  expect(await services.createCollection(actor, { name: "Notes" })).toEqual({ ok: false, reason: "name-taken" });
});

test("words of every sort are found: parts of names, accents, scripts without spaces, wildcards as they are", async () => {
  const { services, upload } = await ownCollection();
  await upload("a.md", "Call generateText with maxRetries. Ein Café am Fluß. 缓存策略。 100% sure_thing");
  const finds = async (query: string) => (await services.searchSources({ query, collections: null, limit: 5 })).length;
  for (const query of ["retries", "generate text", "cafe", "缓存", "'; DROP passage; -- fluß", "100%", '"sure thing"']) expect([query, await finds(query)]).toEqual([query, 1]);
  for (const query of ["", "   ", "!!!", "zyzzogeton", '"text generate"', "café -fluß"]) expect([query, await finds(query)]).toEqual([query, 0]);
  expect(await services.searchSources({ query: "retries", collections: [], limit: 5 })).toEqual([]);
});
