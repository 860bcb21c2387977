import type { Actor } from "../../core/access/actor.ts";
import type { Result } from "../../core/result.ts";
import type { Ports } from "./ports.ts";

/** `read-only`: the collection follows an installed package. `gone`: somebody removed it before. */
type Removal = Result<object, "not-found" | "read-only" | "gone">;

/** Takes an uploaded document out of its collection and of search. Its text stays at its address: evidence may rest on it. */
export function removeSource({ store, now }: Pick<Ports, "store" | "now">, actor: Actor, { sourceId }: { sourceId: string }): Promise<Removal> {
  const at = now();
  return store.transaction(async ({ collections, sources, sourceNews, auditLog }): Promise<Removal> => {
    const known = await sources.find(sourceId);
    if (known === null) return { ok: false, reason: "not-found" };
    // An upload of the same path and this removal follow each other.
    if (!(await collections.holdVersion(known.collection.id, null))) return { ok: false, reason: "read-only" };
    const [source, collection] = [await sources.find(sourceId), await collections.find(known.collection.id)];
    if (source === null || source.retiredAt !== null || collection === null) return { ok: false, reason: "gone" };
    if (collection.origin !== "upload") return { ok: false, reason: "read-only" };
    await sources.retire(collection.id, [source], at);
    await sourceNews.append({ collectionId: collection.id }, at);
    await auditLog.append(
      {
        actorId: actor.id,
        actorName: actor.name,
        action: "source-remove",
        targetType: "source",
        targetId: sourceId,
        summary: `Removed ${source.path} from ${collection.name}`,
        beforeDigest: source.sha256,
        afterDigest: null,
      },
      at,
    );
    return { ok: true };
  });
}

/** Takes a collection of uploads with all its documents out of every list and of search. Its name is free again. */
export function removeCollection({ store, now }: Pick<Ports, "store" | "now">, actor: Actor, { collectionId }: { collectionId: string }): Promise<Removal> {
  const at = now();
  return store.transaction(async ({ collections, sources, sourceNews, auditLog }): Promise<Removal> => {
    const isHeld = await collections.holdVersion(collectionId, null);
    const collection = await collections.find(collectionId);
    if (collection === null) return { ok: false, reason: isHeld ? "gone" : "not-found" };
    if (!isHeld || collection.origin !== "upload") return { ok: false, reason: "read-only" };
    await sources.retire(collectionId, await sources.current(collectionId), at);
    // Who reads one of its documents later sees where it stood; the time keeps two of one name apart.
    await collections.retire(collectionId, { name: `${collection.name} (removed ${at.toISOString()})`, now: at });
    await sourceNews.append({ collectionId }, at);
    const count = collection.documentCount;
    await auditLog.append(
      {
        actorId: actor.id,
        actorName: actor.name,
        action: "collection-remove",
        targetType: "collection",
        targetId: collectionId,
        summary: `Removed the collection ${collection.name} with ${count === 1 ? "1 document" : `${count} documents`}`,
        beforeDigest: null,
        afterDigest: null,
      },
      at,
    );
    return { ok: true };
  });
}
