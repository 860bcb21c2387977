import { expect, test } from "vitest";
import { freshServices } from "../../tests/setup/services.ts";

const actor = { id: null, name: "operator" };

async function notes() {
  const { services } = await freshServices();
  const made = await services.createCollection(actor, { name: "Notes" });
  if (!made.ok) throw new Error(made.reason);
  const { collectionId } = made;
  const upload = async (path: string, text: string): Promise<string> => {
    const outcome = await services.uploadSource(actor, { collectionId, path, text });
    if (!outcome.ok) throw new Error(outcome.reason);
    return outcome.sourceId;
  };
  const found = async (query: string) => (await services.searchSources({ query, collections: null, limit: 5 })).map(({ sourceId }) => sourceId);
  const audited = async () => (await services.listAuditLog({ before: null, limit: 50, action: null, actorId: null })).map(({ action, summary }) => [action, summary]);
  return { services, collectionId, upload, found, audited };
}

test("a removed document is found no longer, stays at its address, and the same file brings it back", async () => {
  const { services, collectionId, upload, found, audited } = await notes();
  const sourceId = await upload("lamp.md", "The lamp turns.");
  const before = await services.lastSourceNews();
  expect(await services.removeSource(actor, { sourceId })).toEqual({ ok: true });
  expect(await services.lastSourceNews()).toBe(before + 1);
  expect(await found("lamp")).toEqual([]);
  expect(await services.listSources({ collectionId, after: null, text: "", limit: 5 })).toEqual([]);
  expect(await services.describeSource(sourceId)).toMatchObject({ text: "The lamp turns.", retiredAt: expect.any(Date), texts: [{ id: sourceId }] });
  expect((await audited())[0]).toEqual(["source-remove", "Removed lamp.md from Notes"]);
  expect(await services.removeSource(actor, { sourceId })).toEqual({ ok: false, reason: "gone" });
  expect(await upload("lamp.md", "The lamp turns.")).toBe(sourceId);
  expect(await found("lamp")).toEqual([sourceId]);
});

test("texts of one path know each other, the current one first", async () => {
  const { services, upload } = await notes();
  const [first, second] = [await upload("lamp.md", "The lamp is red."), await upload("lamp.md", "The lamp is green.")];
  const texts = [
    { id: second, retiredAt: null },
    { id: first, retiredAt: expect.any(Date) },
  ];
  expect(await services.describeSource(first)).toMatchObject({ texts });
  expect(await services.describeSource(second)).toMatchObject({ texts });
});

test("a removed collection leaves every list, its texts stay, and its name is free", async () => {
  const { services, collectionId, upload, found, audited } = await notes();
  const sourceId = await upload("lamp.md", "The lamp turns.");
  expect(await services.removeCollection(actor, { collectionId })).toEqual({ ok: true });
  expect(await services.listCollections()).toEqual([]);
  expect(await found("lamp")).toEqual([]);
  expect(await services.describeSource(sourceId)).toMatchObject({ text: "The lamp turns.", collection: { name: expect.stringMatching(/^Notes \(removed 20/) } });
  expect((await audited())[0]).toEqual(["collection-remove", "Removed the collection Notes with 1 document"]);
  expect(await services.removeCollection(actor, { collectionId })).toEqual({ ok: false, reason: "gone" });
  expect(await services.uploadSource(actor, { collectionId, path: "lamp.md", text: "Again." })).toEqual({ ok: false, reason: "not-found" });
  expect(await services.createCollection(actor, { name: "Notes" })).toMatchObject({ ok: true });
});

test("what isn't there is said to be missing", async () => {
  const { services } = await notes();
  const id = "01900000-0000-7000-8000-000000000000";
  expect(await services.removeSource(actor, { sourceId: id })).toEqual({ ok: false, reason: "not-found" });
  expect(await services.removeCollection(actor, { collectionId: id })).toEqual({ ok: false, reason: "not-found" });
});

test("removing and adding at once leave one of both and nothing torn", async () => {
  const { services, collectionId, upload, found } = await notes();
  const sourceId = await upload("lamp.md", "The lamp is red.");
  const [removed] = await Promise.all([services.removeSource(actor, { sourceId }), upload("lamp.md", "The lamp is green.")]);
  expect(["gone", undefined]).toContain(removed.ok ? undefined : removed.reason);
  expect(await services.listSources({ collectionId, after: null, text: "", limit: 5 })).toHaveLength(1);
  expect(await found("lamp")).toHaveLength(1);
});
