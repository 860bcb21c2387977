import type { TextRange } from "../sources/mark-words.ts";
import type { PlacedQuote } from "./claim.ts";
import { quoteLocator, type LocatedQuote } from "./locate-quote.ts";
import { quotedRows } from "./quoted-rows.ts";
import type { RecordedRun, RunSource } from "./recorded-run.ts";

/** A quote of a claim, looked up anew in the stored text: what a worker says of its place is not relied on. */
export type CitedQuote = { sourceId: string; exact: string } & (
  /** `rows`: its cells, where it is quoted from a table whose columns only space divides. */
  | { found: "in-source"; place: NonNullable<PlacedQuote["place"]>; rows: string[][] | null }
  /** `nearest`: what in the source is most like it. */
  | { found: "not-in-source"; nearest: TextRange | null }
  /** There is no such source. */
  | { found: "no-source" }
  /** The source is known, its text isn't at hand. */
  | { found: "no-text" }
);

/** Without any of these no quote is of two cells, and its document need not be looked into. */
const betweenCells = / {2}|[|\r\n\t]/;

/** Looks up quotes in the sources of a run; each text is made comparable once, however many quotes it has. */
export function quoteReader({ sources }: Pick<RecordedRun, "sources">): (quote: PlacedQuote) => CitedQuote {
  const locatorsById = new Map<string, (quote: string) => LocatedQuote>();
  const rowsById = new Map<string, ReturnType<typeof quotedRows>>();
  const rowsAt = ({ id, path, text }: RunSource & { text: string }, place: TextRange) => {
    const rows = rowsById.get(id) ?? quotedRows({ path, text });
    rowsById.set(id, rows);
    return rows(place);
  };
  return ({ sourceId, exact, place }) => {
    const source = sources.get(sourceId);
    const cited = { sourceId, exact };
    if (source === undefined) return { ...cited, found: "no-source" };
    const { text } = source;
    if (text === null) return { ...cited, found: "no-text" };
    const inSource = (at: NonNullable<PlacedQuote["place"]>): CitedQuote => ({ ...cited, found: "in-source", place: at, rows: betweenCells.test(exact) ? rowsAt({ ...source, text }, at) : null });
    // Of several places that read alike, the one where the worker stood.
    if (place !== null && exact !== "" && text.slice(place.start, place.end) === exact) return inSource({ ...place, match: "exact" });
    const locate = locatorsById.get(sourceId) ?? quoteLocator(text);
    locatorsById.set(sourceId, locate);
    const located = locate(exact);
    return located.place === null ? { ...cited, found: "not-in-source", nearest: located.nearest } : inSource(located.place);
  };
}
