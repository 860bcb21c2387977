import { rstParts } from "../../core/sources/rst-part.ts";
import type { TextRange } from "../../core/sources/mark-words.ts";
import classes from "./rst-words.module.css";
import { SourceRuns, type Mark } from "./source-runs.tsx";

type RstWordsProps = { text: string; part: TextRange; marks: readonly Mark[] };

/** Paragraphs and lists of reStructuredText; where its author's editor broke their lines means nothing. */
export function RstWords({ text, part, marks }: RstWordsProps) {
  const { start: offset } = part;
  return rstParts(text.slice(offset, part.end)).map(({ start, end, indent, words, named, isItem }) => {
    // A term stands on a line of its own; the name of a field doesn't.
    const body = named !== null && /^\s*[\r\n]/.test(text.slice(offset + named.from, offset + end)) ? named.from : null;
    return (
      <div key={start} className={classes.part} data-item={(isItem && words > start) || undefined} style={{ marginInlineStart: `${Math.min(indent, 16) / 2}em` }}>
        <SourceRuns text={text} part={{ start: offset + start, end: offset + (body ?? end) }} marks={marks} format="rst" />
        {body !== null && (
          <div className={classes.meaning}>
            <SourceRuns text={text} part={{ start: offset + body, end: offset + end }} marks={marks} format="rst" />
          </div>
        )}
      </div>
    );
  });
}
