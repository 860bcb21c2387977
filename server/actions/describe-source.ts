import type { Ports } from "./ports.ts";
import type { SourceRecord, SourceText } from "./source-store.ts";

/** A document with every text that stands or stood under its path, the newest first; it is one of them. */
export type SourceDescription = SourceRecord & { texts: SourceText[] };

/** Reads a document for somebody who looks at it. */
export async function describeSource({ store }: Pick<Ports, "store">, sourceId: string): Promise<SourceDescription | null> {
  const source = await store.sources.find(sourceId);
  if (source === null) return null;
  return { ...source, texts: await store.sources.listTexts(source.collection.id, source.path) };
}
