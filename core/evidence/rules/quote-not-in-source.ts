import { audited, withReport, type AuditRule, type AuditRuleFinding } from "../audit-rule.ts";
import { claimLabel, statedClaims, type AuditedRun } from "../audited-run.ts";
import { quoteReader, type CitedQuote } from "../cited-quote.ts";
import { shortText } from "../short-text.ts";

/** A fabricated or altered quote: it reads like evidence, and the document doesn't say it. */
export const quoteNotInSource: AuditRule = {
  id: "audit/quote-not-in-source",
  seeks: "Quotes that are not in their source",
  severity: "error",
  why: "The report presents words as a quotation that its source doesn't contain.",
  examine: (run) =>
    withReport(run, (report) => {
      const read = quoteReader(run);
      const quotes = statedClaims(report).flatMap(({ id, quotes: own }) => own.map((quote, index) => ({ id, index, cited: read(quote) })));
      const textless = quotes.find(({ cited }) => cited.found === "no-text");
      if (textless !== undefined) return { ran: false, reason: `the text of ${pathOf(run, textless.cited)} is not at hand` };
      return audited(
        quotes.flatMap(({ id, index, cited }): AuditRuleFinding[] => {
          const message = complaint(run, cited);
          return message === null ? [] : [{ target: { type: "claim", id, quote: index }, message: `${claimLabel(report, id)} ${message}` }];
        }),
      );
    }),
};

function complaint(run: AuditedRun, cited: CitedQuote): string | null {
  if (cited.found === "no-source") return `cites a source that is not there: "${shortText(cited.exact)}"`;
  if (cited.found !== "not-in-source") return null;
  const text = run.sources.get(cited.sourceId)?.text ?? "";
  const { nearest } = cited;
  const near = nearest === null ? "Nothing in it comes near." : `The nearest passage says: "${shortText(text.slice(nearest.start, nearest.end))}"`;
  return `cites words that are not in ${pathOf(run, cited)}: "${shortText(cited.exact)}" ${near}`;
}

function pathOf({ sources }: AuditedRun, { sourceId }: CitedQuote): string {
  return sources.get(sourceId)?.path ?? sourceId;
}
