import { useMemo } from "react";
import { diffLines, type DiffLine } from "../../core/text/diff-lines.ts";
import { VisibleText } from "../parts/visible-text.tsx";
import classes from "./text-diff.module.css";

const signs = { added: "+", removed: "−", same: " " } as const;
/** So many equal lines stay on either side of a difference. */
const around = 3;

/** Two texts laid beside each other line by line; what is the same far from any difference is left out. */
export function TextDiff({ before, after }: { before: string; after: string }) {
  const lines = useMemo(() => nearDifferences(diffLines(before, after)), [before, after]);
  return (
    <pre className={classes.diff}>
      {lines.map((line, index) =>
        typeof line === "number" ? (
          <span key={index} className={classes.gap}>{`… ${line} equal lines`}</span>
        ) : (
          <span key={index} className={classes.line} data-difference={line.difference}>
            {signs[line.difference]} <VisibleText text={line.text} />
          </span>
        ),
      )}
    </pre>
  );
}

/** Numbers stand for so many equal lines that were left out. */
function nearDifferences(lines: readonly DiffLine[]): (DiffLine | number)[] {
  const isNear = new Uint8Array(lines.length);
  lines.forEach(({ difference }, index) => {
    if (difference !== "same") isNear.fill(1, Math.max(0, index - around), index + around + 1);
  });
  const shown: (DiffLine | number)[] = [];
  for (const [index, line] of lines.entries()) {
    const last = shown.at(-1);
    if (isNear[index] === 1) shown.push(line);
    else if (typeof last === "number") shown[shown.length - 1] = last + 1;
    else shown.push(1);
  }
  return shown;
}
