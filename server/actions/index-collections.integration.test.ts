import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { createPrisma } from "../db/client.ts";
import { createStore } from "../db/store.ts";
import { freshDatabase } from "../../tests/setup/database.ts";
import { onTestFinished } from "vitest";
import { indexCollections, type PackageDocumentation } from "./index-collections.ts";
import { removeCollection, removeSource } from "./remove-source.ts";
import { searchSources } from "./search-sources.ts";

const now = () => new Date("2026-03-01T12:00:00Z");
const never = new AbortController().signal;

async function freshStore() {
  const { url, drop } = await freshDatabase();
  const prisma = createPrisma(url);
  onTestFinished(async () => {
    await prisma.$disconnect();
    await drop();
  });
  return createStore(prisma);
}

function documentationOf(version: string, texts: Record<string, string>): PackageDocumentation & { timesRead: number } {
  return {
    name: "handbook",
    version,
    timesRead: 0,
    async read() {
      this.timesRead += 1;
      const documents = Object.entries(texts).map(([path, text]) => ({
        path,
        text,
        sha256: createHash("sha256").update(text).digest("hex"),
        byteLength: Buffer.byteLength(text),
      }));
      return { documents, skipped: [{ path: "picture.md", reason: "not-text" as const }] };
    },
  };
}

type Store = Awaited<ReturnType<typeof freshStore>>;

const index = (store: Store, documentation: PackageDocumentation, signal = never) =>
  indexCollections({ store, now, documentation: { packages: async () => [documentation] } }, signal);

const found = async (store: Store, query: string) =>
  (await searchSources({ store }, { query, collections: null, limit: 50 })).map(({ path, text }) => ({ path, text }));

const manyTexts = Object.fromEntries(Array.from({ length: 35 }, (_, at) => [`page-${at}.md`, `# Page ${at}\n\nThe lighthouse number ${at}.`]));

test("documents are found by their words, exactly as they are, and again nothing is read while the version stays", async () => {
  const store = await freshStore();
  const documentation = documentationOf("1.0.0", { "a.md": "---\ntitle: Lamps\n---\n\nA lamp’s *flicker*.\n", "b.md": "# Oil\n\nIt burns.\n" });
  await index(store, documentation);
  await index(store, documentation);
  expect(documentation.timesRead).toBe(1);
  expect(await found(store, "flicker")).toEqual([{ path: "a.md", text: "A lamp’s *flicker*." }]);
  expect(await store.collections.list()).toMatchObject([
    { name: "handbook", origin: "package", version: "1.0.0", documentCount: 2, expected: null, skipped: [{ path: "picture.md", reason: "not-text" }] },
  ]);
});

test("a worker that was stopped in the middle goes on where it was, and doubles nothing", async () => {
  const store = await freshStore();
  const stop = new AbortController();
  const counted = {
    ...store,
    async transaction<T>(work: Parameters<typeof store.transaction<T>>[0]): Promise<T> {
      const result = await store.transaction(work);
      const [collection] = await store.collections.list();
      if ((collection?.documentCount ?? 0) >= 10) stop.abort();
      return result;
    },
  };
  await index(counted, documentationOf("1.0.0", manyTexts), stop.signal);
  expect(await store.collections.list()).toMatchObject([{ documentCount: 10, expected: 35 }]);

  await index(store, documentationOf("1.0.0", manyTexts));
  expect(await store.collections.list()).toMatchObject([{ documentCount: 35, expected: null }]);
  expect(await found(store, "lighthouse")).toHaveLength(35);
});

test("two workers at once make one collection with every document once", async () => {
  const store = await freshStore();
  await Promise.all([index(store, documentationOf("1.0.0", manyTexts)), index(store, documentationOf("1.0.0", manyTexts))]);
  expect(await store.collections.list()).toMatchObject([{ documentCount: 35, expected: null }]);
  expect(await found(store, "lighthouse")).toHaveLength(35);
});

test("a newer version keeps what stayed, adds what is new, and retires what left without deleting it", async () => {
  const store = await freshStore();
  const first = { "kept.md": "The harbour stays.", "changed.md": "The harbour was small.", "gone.md": "The harbour is gone." };
  await index(store, documentationOf("1.0.0", first));
  const [collection] = await store.collections.list();
  const collectionId = collection!.id;
  const before = await store.sources.list({ collectionId, after: null, text: "", limit: 10 });
  const gone = before.find(({ path }) => path === "gone.md")!;
  const kept = before.find(({ path }) => path === "kept.md")!;

  await index(store, documentationOf("2.0.0", { "kept.md": "The harbour stays.", "changed.md": "The harbour is large." }));
  const after = await store.sources.list({ collectionId, after: null, text: "", limit: 10 });
  expect(after.map(({ path }) => path)).toEqual(["changed.md", "kept.md"]);
  expect(after.find(({ path }) => path === "kept.md")!.id).toBe(kept.id);
  expect((await found(store, "harbour")).map(({ text }) => text).toSorted()).toEqual(["The harbour is large.", "The harbour stays."]);
  expect(await store.sources.find(gone.id)).toMatchObject({ text: "The harbour is gone.", retiredAt: now() });

  await index(store, documentationOf("1.0.0", first));
  expect(await store.sources.find(gone.id)).toMatchObject({ retiredAt: null });
  expect(await found(store, "gone")).toEqual([{ path: "gone.md", text: "The harbour is gone." }]);
});

test("what follows a package can't be removed, and every step of indexing is told", async () => {
  const store = await freshStore();
  await index(store, documentationOf("1.0.0", manyTexts));
  // Begun, four times ten documents or fewer, done.
  expect(await store.sourceNews.lastSequence()).toBe(6);
  const [collection] = await store.collections.list();
  const [document] = await store.sources.list({ collectionId: collection!.id, after: null, text: "", limit: 1 });
  const actor = { id: null, name: "operator" };
  expect(await removeSource({ store, now }, actor, { sourceId: document!.id })).toEqual({ ok: false, reason: "read-only" });
  expect(await removeCollection({ store, now }, actor, { collectionId: collection!.id })).toEqual({ ok: false, reason: "read-only" });
});

test("a name that somebody took for uploads stays theirs", async () => {
  const store = await freshStore();
  await store.collections.create({ name: "handbook", origin: "upload", createdById: null, now: now() });
  await index(store, documentationOf("1.0.0", { "a.md": "Text." }));
  expect((await store.collections.list()).map(({ name, origin }) => ({ name, origin }))).toEqual([
    { name: "handbook (package)", origin: "package" },
    { name: "handbook", origin: "upload" },
  ]);
});
