"use client";

import { countText } from "../parts/number-text.ts";
import { useStepWords } from "./run-context.tsx";
import classes from "./words-now.module.css";

/** What the step's model writes, while it writes it; gone when the answer is there. */
export function WordsNow({ stepId }: { stepId: string }) {
  const words = useStepWords(stepId);
  if (words === null) return null;
  const { model, call, length, end } = words;
  return (
    <figure className={classes.words} aria-label="What the model writes right now">
      <figcaption className={classes.head}>
        <span className={classes.dot} aria-hidden="true" />
        <code>{model}</code> writes, call {call}
        <span className={classes.count}>{countText(length, "character")}</span>
      </figcaption>
      <div className={classes.text}>
        <p>
          {length > end.length && "…"}
          {end}
        </p>
      </div>
    </figure>
  );
}
