import type { TextRange } from "../../core/sources/mark-words.ts";
import { plainRuns, styledRuns, type StyledRun } from "../../core/sources/styled-run.ts";
import classes from "./source-runs.module.css";

type SourceRunsProps = {
  text: string;
  part: TextRange;
  marks: readonly TextRange[];
  /** Whether the part is code, in which every sign stands for itself. */
  isCode?: boolean;
};

/** A part of a document as readable text with highlighted stretches. Never HTML: every letter is a text node. */
export function SourceRuns({ text, part, marks, isCode = false }: SourceRunsProps) {
  return (isCode ? plainRuns(part, marks) : styledRuns(text, part, marks))
    .filter(({ style }) => style !== "markup")
    .map((run) => <Run key={run.start} text={text} run={run} />);
}

function Run({ text, run: { start, end, style, isMarked } }: { text: string; run: StyledRun }) {
  const letters = style === "bullet" ? "•" : text.slice(start, end);
  const words = isMarked ? <mark className={classes.mark}>{letters}</mark> : letters;
  if (style === "code") return <code className={classes.code}>{words}</code>;
  if (style === "strong") return <b className={classes.strong}>{words}</b>;
  if (style === "link") return <span className={classes.link}>{words}</span>;
  return words;
}
