import type { TextRange } from "../sources/mark-words.ts";
import type { PlacedQuote } from "./claim.ts";
import { quoteLocator, type LocatedQuote } from "./locate-quote.ts";
import type { RecordedRun } from "./recorded-run.ts";

/** A quote of a claim, looked up anew in the stored text: what a worker says of its place is not relied on. */
export type CitedQuote = { sourceId: string; exact: string } & (
  | { found: "in-source"; place: NonNullable<PlacedQuote["place"]> }
  /** `nearest`: what in the source is most like it. */
  | { found: "not-in-source"; nearest: TextRange | null }
  /** There is no such source. */
  | { found: "no-source" }
  /** The source is known, its text isn't at hand. */
  | { found: "no-text" }
);

/** Looks up quotes in the sources of a run; each text is made comparable once, however many quotes it has. */
export function quoteReader({ sources }: Pick<RecordedRun, "sources">): (quote: PlacedQuote) => CitedQuote {
  const locatorsById = new Map<string, (quote: string) => LocatedQuote>();
  return ({ sourceId, exact, place }) => {
    const source = sources.get(sourceId);
    const cited = { sourceId, exact };
    if (source === undefined) return { ...cited, found: "no-source" };
    if (source.text === null) return { ...cited, found: "no-text" };
    // Of several places that read alike, the one where the worker stood.
    if (place !== null && exact !== "" && source.text.slice(place.start, place.end) === exact) {
      return { ...cited, found: "in-source", place: { ...place, match: "exact" } };
    }
    const locate = locatorsById.get(sourceId) ?? quoteLocator(source.text);
    locatorsById.set(sourceId, locate);
    const located = locate(exact);
    return located.place === null
      ? { ...cited, found: "not-in-source", nearest: located.nearest }
      : { ...cited, found: "in-source", place: located.place };
  };
}
