import { UnstyledButton } from "@mantine/core";
import { quoteWords } from "../../core/evidence/quote-words.ts";
import { formatOf } from "../../core/sources/source-format.ts";
import type { RunClaim } from "../../core/evidence/run-claim.ts";
import { SourceRuns } from "../sources/source-runs.tsx";
import { isMissing, quoteLook } from "./claim-look.ts";
import { LookMark } from "./look-mark.tsx";
import classes from "./quote-list.module.css";
import type { Evidence } from "./use-evidence.ts";

type QuoteListProps = { evidence: Evidence; quoted: Pick<RunClaim, "quotes">; selectedIndex: number | null; onSelect(index: number): void };

/** The quotes of a claim, or the passages closest to what nothing answers, each with its document and whether it stands there; choosing one shows its place. */
export function QuoteList({ evidence: { sources, titlesByStepId }, quoted, selectedIndex, onSelect }: QuoteListProps) {
  if (quoted.quotes.length === 0) return <p className={classes.none}>It cites nothing.</p>;
  return (
    <ul className={classes.list}>
      {quoted.quotes.map((quote, index) => {
        const look = quoteLook([quote]);
        const { text, isCode } = quoteWords(quote);
        const path = sources.find(({ id }) => id === quote.sourceId)?.path;
        return (
          <li key={`${quote.sourceId} ${quote.exact}`}>
            <UnstyledButton className={classes.quote} aria-current={index === selectedIndex ? "true" : undefined} onClick={() => onSelect(index)}>
              <span className={classes.head}>
                <b>{path ?? "a source that is not there"}</b>
                {look !== null && quote.found !== "no-text" && <LookMark look={look} />}
              </span>
              {isCode ? (
                <code className={classes.code} data-missing={isMissing(quote) || undefined}>
                  {text}
                </code>
              ) : (
                <q className={classes.words} data-missing={isMissing(quote) || undefined} dir="auto">
                  {isMissing(quote) ? text : <SourceRuns text={text} part={{ start: 0, end: text.length }} marks={[]} format={formatOf(path ?? "", text)} />}
                </q>
              )}
              {quote.stepId !== null && <span className={classes.finder}>found by “{titlesByStepId[quote.stepId] ?? quote.stepId}”</span>}
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
}
