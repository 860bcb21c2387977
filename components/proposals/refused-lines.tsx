import type { PlanEntry } from "../../core/workflow/plan-entry.ts";
import { RefusalList } from "./refusal-list.tsx";
import classes from "./writing-state.module.css";

/** What a model wrote that could not be used, as it came: nothing disappears. */
export function RefusedLines({ refused }: { refused: readonly Extract<PlanEntry, { type: "refusal" }>[] }) {
  if (refused.length === 0) return null;
  return (
    <details className={classes.calls}>
      <summary>{refused.length === 1 ? "1 line of the model could not be used" : `${refused.length} lines of the model could not be used`}</summary>
      <RefusalList refused={refused} />
    </details>
  );
}
