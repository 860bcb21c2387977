import { searchQuery, searchText } from "../../core/sources/search-text.ts";
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

const mostCounted = 40;

/** How many passages hold each word of a query, in any of its forms, and how many passages there are. */
export async function countWords(
  { store }: Pick<Ports, "store">,
  { query, collections }: { query: string; collections: string[] | null },
): Promise<{ passages: number; words: { word: string; passages: number }[] }> {
  const words = [...new Set(searchText(query).words.toLowerCase().split(" "))].filter((word) => word !== "");
  return store.sources.countWords({ words: words.slice(0, mostCounted), collections });
}
