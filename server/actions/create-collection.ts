import type { Actor } from "../../core/access/actor.ts";
import type { Result } from "../../core/result.ts";
import type { Ports } from "./ports.ts";

/** Makes an empty collection for uploads. */
export async function createCollection(
  { store, now }: Pick<Ports, "store" | "now">,
  actor: Actor,
  { name }: { name: string },
): Promise<Result<{ collectionId: string }, "name-taken">> {
  const at = now();
  return store.transaction(async ({ collections, sourceNews, auditLog }) => {
    const collection = await collections.create({ name, origin: "upload", createdById: actor.id, now: at });
    if (collection === null) return { ok: false, reason: "name-taken" };
    await sourceNews.append({ collectionId: collection.id }, at);
    await auditLog.append(
      {
        actorId: actor.id,
        actorName: actor.name,
        action: "collection-create",
        targetType: "collection",
        targetId: collection.id,
        summary: `Made the collection ${name}`,
        beforeDigest: null,
        afterDigest: null,
      },
      at,
    );
    return { ok: true, collectionId: collection.id };
  });
}
