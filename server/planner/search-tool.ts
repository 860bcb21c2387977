import { tool } from "ai";
import { z } from "zod";
import type { FoundPassage } from "../../core/planning/found-passage.ts";

const mostPassages = 10;

/** Searches the collections that a brief grants; services.ts joins it to the sources. */
export type SearchSources = (search: { query: string; collections: readonly string[]; limit: number }) => Promise<FoundPassage[]>;

/** The planner's look into the documents: only into the collections that the brief grants. */
export function searchTool(search: SearchSources, collections: readonly string[]) {
  return tool({
    description: "Finds passages in the collections of the brief by their words. Returns document, heading and text of each, the best first.",
    inputSchema: z.object({ query: z.string().min(1).max(2_000), limit: z.number().int().min(1).max(mostPassages).default(mostPassages) }),
    execute: ({ query, limit }) => search({ query, collections, limit }),
  });
}
