import type { TextRange } from "../sources/mark-words.ts";
import type { PlacedQuote } from "./claim.ts";
import { comparableText, type ComparableText } from "./comparable-text.ts";
import { nearestPassage } from "./nearest-passage.ts";

/** Where a quote stands in a text, or that it doesn't; offsets in UTF-16 code units of the stored text. */
export type LocatedQuote =
  | { place: NonNullable<PlacedQuote["place"]> }
  /** `nearest`: what in the text is most like it; null when nothing is. */
  | { place: null; nearest: TextRange | null };

/** Finds a quote in a text: letter for letter, else with typography and white space made alike (VERIFICATION.md, audit/quote-not-in-source). */
export function locateQuote(text: string, quote: string): LocatedQuote {
  return quoteLocator(text)(quote);
}

/** {@link locateQuote} for many quotes of one text, which is made comparable once, and only when a quote asks for it. */
export function quoteLocator(text: string): (quote: string) => LocatedQuote {
  let comparable: ComparableText | undefined;
  return (quote) => {
    if (quote.trim() === "") return { place: null, nearest: null };
    const start = text.indexOf(quote);
    if (start >= 0) return { place: { start, end: start + quote.length, match: "exact" } };
    comparable ??= comparableText(text);
    const place = placeIn(comparable, comparableText(quote).text.trim());
    return place === null ? { place, nearest: nearestPassage(text, quote) } : { place };
  };
}

function placeIn({ text, starts, ends }: ComparableText, wanted: string) {
  const at = wanted === "" ? -1 : text.indexOf(wanted);
  const start = starts[at];
  const end = ends[at + wanted.length - 1];
  return start === undefined || end === undefined ? null : { start, end, match: "normalised" as const };
}
