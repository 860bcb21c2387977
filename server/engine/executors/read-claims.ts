import { workerAnswerSchema, type WorkerAnswer } from "../../../core/evidence/claim.ts";
import { readAnswer, type ReadAnswer } from "./read-answer.ts";
import type { Citation } from "./take-turn.ts";

const mostQuotes = 20;
const longestQuote = 8_000;

/** Reads a worker's claims. What its provider cites for the words of a claim are quotes of it like those that it gives itself. */
export function readClaims(text: string, citations: readonly Citation[]): ReadAnswer<WorkerAnswer> {
  const read = readAnswer(text, workerAnswerSchema);
  if (!read.ok || citations.length === 0) return read;
  let from = 0;
  const claims = read.answer.claims.map((claim) => {
    const words = JSON.stringify(claim.text).slice(1, -1);
    const start = text.indexOf(words, from);
    if (start < 0) return claim;
    const end = start + words.length;
    from = end;
    const cited = citations.filter((one) => one.start < end && one.end > start && one.exact.length <= longestQuote).map(({ sourceId, exact }) => ({ sourceId, exact }));
    return { ...claim, quotes: distinct([...claim.quotes, ...cited]).slice(0, mostQuotes) };
  });
  return { ok: true, answer: { ...read.answer, claims } };
}

function distinct(quotes: readonly WorkerAnswer["claims"][number]["quotes"][number][]) {
  return [...new Map(quotes.map((quote) => [JSON.stringify([quote.sourceId, quote.exact.trim()]), quote])).values()];
}
