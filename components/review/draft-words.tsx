import { IconAlertTriangle } from "@tabler/icons-react";
import classes from "./draft-words.module.css";
import type { DraftStanding, DraftState } from "./draft-keeper.ts";

const words: Record<DraftState, string> = {
  saved: "draft kept",
  saving: "keeping the draft …",
  failed: "kept in this browser, sending again",
  clash: "kept in this browser until you choose",
  elsewhere: "kept in this browser: your draft of another revision comes first",
};

/** Where the browser keeps nothing, only the page holds it. */
const looseWords = "not kept yet: leave this page open";

/** How many changes are not saved, and whether they would survive a reload. */
export function DraftWords({ count, state, isCopied }: { count: number } & Pick<DraftStanding, "state" | "isCopied">) {
  const isUncertain = state !== "saved" && (state !== "saving" || !isCopied);
  return (
    <span className={classes.words} data-uncertain={isUncertain || undefined} role="status">
      {isUncertain && <IconAlertTriangle size={14} stroke={1.9} aria-hidden="true" />}
      {count === 1 ? "1 change" : `${count} changes`}, {isCopied || state === "saved" ? words[state] : looseWords}
    </span>
  );
}
