import { z } from "zod";
import { foundPassageSchema, type FoundPassage } from "../../../../core/planning/found-passage.ts";
import { contentWords } from "../question/words.ts";

const enoughOfMany = 0.6;

const inputSchema = z.object({ query: z.string() });
const valueSchema = z.array(foundPassageSchema);

/** What the planner's searches found, by what was looked for. */
export interface Findings {
  /** Null when there was no such search; passages that only share a stray word are left out. */
  of(query: string | null): readonly FoundPassage[] | null;
  /** Whether anything was looked for at all. */
  hasSearched: boolean;
  /** Passages of every search, each once, the best first. */
  all: readonly FoundPassage[];
}

export function readFindings(results: readonly { input: unknown; value: unknown }[]): Findings {
  const passagesByQuery = new Map<string, FoundPassage[]>();
  for (const { input, value } of results) {
    const asked = inputSchema.safeParse(input);
    const found = valueSchema.safeParse(value);
    if (asked.success) passagesByQuery.set(asked.data.query, found.success ? found.data.filter((passage) => isAbout(passage, asked.data.query)) : []);
  }
  const all = new Map<string, FoundPassage>();
  for (const passage of [...passagesByQuery.values()].flat()) all.set(`${passage.sourceId} ${passage.heading}`, passage);
  return { of: (query) => passagesByQuery.get(query ?? "") ?? null, hasSearched: passagesByQuery.size > 0, all: [...all.values()] };
}

/** Whether a passage holds enough of what was looked for: a search falls back to passages with any of the words. */
function isAbout(passage: FoundPassage, query: string): boolean {
  const { length } = contentWords(query);
  return wordsHeld(passage, query) >= (length <= 2 ? length : Math.ceil(length * enoughOfMany));
}

/** How many of these words a passage holds. */
export function wordsHeld({ title, heading, text }: FoundPassage, words: string): number {
  const whole = `${title} ${heading} ${text}`.toLowerCase();
  return contentWords(words).filter((word) => whole.includes(stemOf(word))).length;
}

/** A word without the endings that English inflects with, so that "limits" finds "limit" and "caching" finds "cache". */
export function stemOf(word: string): string {
  return word.length < 5 ? word : word.replace(/(?:ations?|ings?|ies|ied|ed|es|s|e)$/, "");
}

/** What a search found, in one sentence; true whatever it found. */
export function describeFindings(passages: readonly FoundPassage[] | null, query: string | null): string {
  const [first] = passages ?? [];
  if (passages === null || query === null) return "";
  if (first === undefined) return `A first search for "${query}" found nothing that is clearly about it: this step begins with other words.`;
  const documents = new Set(passages.map(({ sourceId }) => sourceId)).size;
  const place = first.heading === "" || first.heading === first.title ? `"${first.title}"` : `"${first.heading}" in "${first.title}"`;
  return `A first search found it in ${documents === 1 ? "one document" : `${documents} documents`}, first ${place}.`;
}
