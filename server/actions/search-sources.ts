import { searchQuery } from "../../core/sources/search-text.ts";
import type { Ports } from "./ports.ts";
import type { PassageHit } from "./source-store.ts";

const passagesPerSource = 2;

/** Finds passages that hold the words of a query, best first. Quotes, `OR` and a leading minus work as on the web. */
export async function searchSources(
  { store }: Pick<Ports, "store">,
  { query, collections, limit }: { query: string; collections: string[] | null; limit: number },
): Promise<PassageHit[]> {
  const { strict, loose } = searchQuery(query);
  if (strict === "") return [];
  return store.sources.search({ strict, loose, collections, limit, perSource: passagesPerSource });
}
