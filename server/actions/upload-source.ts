import type { Actor } from "../../core/access/actor.ts";
import type { Result } from "../../core/result.ts";
import { isStorable, maxUploadBytes, type UnreadableReason } from "../../core/sources/source-schema.ts";
import { digestOfText } from "../../core/text/digest.ts";
import { newSource } from "./new-source.ts";
import type { Ports } from "./ports.ts";

type UploadOutcome = Result<{ sourceId: string; isUnchanged: boolean }, UnreadableReason | "not-found" | "read-only">;

/** Puts a text into an own collection, as it is. Another text under the same path takes the place of the earlier, which is kept. */
export async function uploadSource(
  { store, now }: Pick<Ports, "store" | "now">,
  actor: Actor,
  { collectionId, path, text }: { collectionId: string; path: string; text: string },
): Promise<UploadOutcome> {
  if (!isStorable(text)) return { ok: false, reason: "not-text" };
  const byteLength = new TextEncoder().encode(text).byteLength;
  if (byteLength > maxUploadBytes) return { ok: false, reason: "too-large" };
  const sha256 = digestOfText(text);
  const source = newSource(collectionId, { path, text, sha256, byteLength });
  const at = now();
  return store.transaction(async ({ collections, sources, sourceNews, auditLog }): Promise<UploadOutcome> => {
    // Two uploads of one path follow each other, so that only the later one stays.
    const isHeld = await collections.holdVersion(collectionId, null);
    const collection = await collections.find(collectionId);
    if (collection === null) return { ok: false, reason: "not-found" };
    if (!isHeld || collection.origin !== "upload") return { ok: false, reason: "read-only" };
    const earlier = (await sources.current(collectionId)).filter((one) => one.path === path);
    const sourceId = await sources.add(source, at);
    const isUnchanged = earlier.some((one) => one.sha256 === sha256);
    if (isUnchanged) return { ok: true, sourceId, isUnchanged };
    await sources.retire(collectionId, earlier, at);
    await sourceNews.append({ collectionId }, at);
    await auditLog.append(
      {
        actorId: actor.id,
        actorName: actor.name,
        action: "source-upload",
        targetType: "source",
        targetId: sourceId,
        summary: `Uploaded ${path} to ${collection.name}`,
        beforeDigest: earlier[0]?.sha256 ?? null,
        afterDigest: sha256,
      },
      at,
    );
    return { ok: true, sourceId, isUnchanged };
  });
}
