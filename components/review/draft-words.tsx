import { IconAlertTriangle } from "@tabler/icons-react";
import classes from "./draft-words.module.css";
import type { DraftState } from "./use-draft.ts";

const words: Record<DraftState, string> = {
  saved: "draft kept",
  saving: "keeping the draft …",
  failed: "draft not kept yet, trying again",
};

/** How many changes are not saved, and whether they would survive a reload. */
export function DraftWords({ count, state }: { count: number; state: DraftState }) {
  return (
    <span className={classes.words} data-state={state} role="status">
      {state === "failed" && <IconAlertTriangle size={14} stroke={1.9} aria-hidden="true" />}
      {count === 1 ? "1 change" : `${count} changes`}, {words[state]}
    </span>
  );
}
