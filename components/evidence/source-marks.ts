import type { RunClaim } from "../../core/evidence/run-claim.ts";
import type { Mark } from "../sources/source-runs.tsx";

/**
 * What to highlight in one source: the chosen quote or what comes nearest to it, the other quotes beside it, and what
 * other claims cite. In order and without overlap; where two meet, the chosen one and then the claim's own stay.
 */
export function sourceMarks(sourceId: string, chosen: { quoted: Pick<RunClaim, "quotes">; quoteIndex: number }, claims: readonly RunClaim[]): Mark[] {
  const marks: Mark[] = [];
  const add = (mark: Mark) => {
    if (mark.start < mark.end && !marks.some(({ start, end }) => mark.start < end && start < mark.end)) marks.push(mark);
  };
  const quote = chosen.quoted.quotes[chosen.quoteIndex];
  if (quote?.sourceId === sourceId) {
    if (quote.found === "in-source") add({ start: quote.place.start, end: quote.place.end, tone: "cited", isCurrent: true });
    if (quote.found === "not-in-source" && quote.nearest !== null) add({ start: quote.nearest.start, end: quote.nearest.end, tone: "nearest", isCurrent: true });
  }
  for (const { start, end } of placesIn(sourceId, chosen.quoted)) add({ start, end, tone: "cited" });
  for (const claim of claims) for (const { start, end } of placesIn(sourceId, claim)) add({ start, end, tone: "other" });
  return marks.toSorted((left, right) => left.start - right.start);
}

function placesIn(sourceId: string, { quotes }: Pick<RunClaim, "quotes">) {
  return quotes.flatMap((quote) => (quote.sourceId === sourceId && quote.found === "in-source" ? [quote.place] : []));
}
