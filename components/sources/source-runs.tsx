import type { TextRange } from "../../core/sources/mark-words.ts";
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
  /** Whether the part is code, in which every sign stands for itself. */
  isCode?: boolean;
};

/** A part of a document as readable text with highlighted stretches. Never HTML: every letter is a text node. */
export function SourceRuns({ text, part, marks, isCode = false }: SourceRunsProps) {
  return (isCode ? plainRuns(part, marks) : styledRuns(text, part, marks))
    .filter(({ style }) => style !== "markup")
    .map((run) => <Run key={run.start} text={text} run={run} mark={marks.find(({ start, end }) => start <= run.start && run.end <= end)} />);
}

function Run({ text, run: { start, end, style, isMarked }, mark }: { text: string; run: StyledRun; mark: Mark | undefined }) {
  const letters = style === "bullet" ? "•" : text.slice(start, end);
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
