import type { ReactNode } from "react";
import { findMentions } from "../../core/annotation/mention.ts";
import classes from "./thread-card.module.css";

/** A remark as it was written, the people it calls upon told apart. */
export function RemarkText({ text, people }: { text: string; people: readonly { id: string; name: string }[] }) {
  const mentions = findMentions(text, people);
  const parts: ReactNode[] = mentions.flatMap(({ start, end }, index) => [
    text.slice(mentions[index - 1]?.end ?? 0, start),
    <span key={start} className={classes.mention}>
      {text.slice(start, end)}
    </span>,
  ]);
  return (
    <p className={classes.text}>
      {parts}
      {text.slice(mentions.at(-1)?.end ?? 0)}
    </p>
  );
}
