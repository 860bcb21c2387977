import { z } from "zod";
import { searchQuerySchema } from "../../core/sources/source-schema.ts";
import { defineTool, isWithinScope, type Tool } from "./tool.ts";

/** A passage as search answers it. */
interface FoundPassage {
  sourceId: string;
  title: string;
  path: string;
  collection: string;
  heading: string;
  start: number;
  end: number;
  text: string;
}

export type SearchPassages = (query: { query: string; collections: string[] | null; limit: number }) => Promise<FoundPassage[]>;

/** How many passages there are to look in, and how many of them hold each word of a query. */
interface WordCount {
  passages: number;
  words: { word: string; passages: number }[];
}

export type CountWords = (query: { query: string; collections: string[] | null }) => Promise<WordCount>;

const maxResults = 20;

/** Lets a worker look for passages in the stored sources. */
export function searchSourcesTool(search: SearchPassages, count: CountWords): Tool {
  return defineTool({
    name: "search_sources",
    description:
      "Finds passages of the stored sources by their words, best first. Each comes with its source's id and its exact text and offsets, ready to be quoted. How many passages hold each word tells which words are rare there, and which nobody uses.",
    effects: "read-only",
    input: z.object({
      query: searchQuerySchema.pipe(z.string().min(1)).describe("Words to look for; \"quoted words\" stand together, -word must not occur."),
      collections: z.array(z.string().max(200)).max(20).optional().describe("Names of the collections to look in; all that are allowed when left out."),
      limit: z.number().int().min(1).max(maxResults).default(8).describe("How many passages to answer with."),
    }),
    async execute({ query, collections, limit }, scope) {
      if (collections?.some((name) => !isWithinScope(scope, name)) === true) return { ok: false, reason: "outside-scope" };
      const allowed = collections ?? (scope.collections === null ? null : [...scope.collections]);
      const [found, counted] = await Promise.all([search({ query, collections: allowed, limit }), count({ query, collections: allowed })]);
      const passages = found.map(({ sourceId, title, path, collection, heading, start, end, text }) => ({ sourceId, title, path, collection, heading, start, end, text }));
      return { ok: true, output: { passages, counted } };
    },
  });
}
