import type { TextRange } from "../../core/sources/mark-words.ts";
import { roleName } from "../../core/sources/rst-run.ts";
import type { SourceFormat } from "../../core/sources/source-format.ts";
import { plainRuns, styledRuns, type StyledRun } from "../../core/sources/styled-run.ts";
import classes from "./source-runs.module.css";

/** A highlighted stretch. `nearest` is what comes nearest to a quote that isn't there, `other` what somebody else cites. */
export interface Mark extends TextRange {
  tone?: "cited" | "nearest" | "other";
  /** The one that is shown now: the text opens there. */
  isCurrent?: boolean;
}

type SourceRunsProps = {
  text: string;
  part: TextRange;
  /** In order and without overlap. */
  marks: readonly Mark[];
  /** In code every sign stands for itself. */
  format?: SourceFormat | "code";
};

/** A part of a document as readable text with highlighted stretches. Never HTML: every letter is a text node. */
export function SourceRuns({ text, part, marks, format = "markdown" }: SourceRunsProps) {
  return (format === "code" ? plainRuns(part, marks) : styledRuns(text, part, marks, format))
    .filter(({ style }) => style !== "markup")
    .map((run) => <Run key={run.start} text={text} run={run} mark={marks.find(({ start, end }) => start <= run.start && run.end <= end)} />);
}

function Run({ text, run: { start, end, style, isMarked }, mark }: { text: string; run: StyledRun; mark: Mark | undefined }) {
  const letters = style === "bullet" ? "•" : style === "role" ? roleName(text.slice(start, end)) : text.slice(start, end);
  const words = isMarked ? (
    <mark className={classes.mark} data-tone={mark?.tone} data-current={mark?.isCurrent}>
      {letters}
    </mark>
  ) : (
    letters
  );
  if (style === "code") return <code className={classes.code}>{words}</code>;
  if (style === "strong") return <b className={classes.strong}>{words}</b>;
  if (style === "link") return <span className={classes.link}>{words}</span>;
  return words;
}
