import type { ReactNode } from "react";
import { findMentions } from "../../core/annotation/mention.ts";
import classes from "./thread-card.module.css";

/** A remark as it was written, the people it calls upon told apart. */
export function RemarkText({ text, people }: { text: string; people: readonly { id: string; name: string }[] }) {
  const mentions = findMentions(text, people);
  const parts: ReactNode[] = mentions.flatMap(({ start, end }, index) => [
    ...withNames(text.slice(mentions[index - 1]?.end ?? 0, start), start),
    <span key={start} className={classes.mention}>
      {text.slice(start, end)}
    </span>,
  ]);
  return (
    <p className={classes.text}>
      {parts}
      {withNames(text.slice(mentions.at(-1)?.end ?? 0), text.length)}
    </p>
  );
}

/** What stands between backquotes as a name out of the plan. @param end tells apart what stands in one remark. */
function withNames(text: string, end: number): ReactNode[] {
  return text.split(/(`[^`\n]+`)/).map((part, index) => (index % 2 === 0 ? part : <code key={`${end} ${index}`}>{part.slice(1, -1)}</code>));
}
