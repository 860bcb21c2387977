import type { PlanEntry } from "../../core/workflow/plan-entry.ts";
import classes from "./refusal-list.module.css";

/** Each thing that a model wrote and that could not be used: why, and as it came. */
export function RefusalList({ refused }: { refused: readonly Pick<Extract<PlanEntry, { type: "refusal" }>, "element" | "refusal">[] }) {
  return (
    <ol className={classes.refusals}>
      {refused.map(({ element, refusal }, index) => (
        // Two refused elements may be equal: their place in the log tells them apart.
        <li key={`${index} ${refusal.code}`}>
          <p>{refusal.message}</p>
          <pre>{JSON.stringify(element, null, 2)}</pre>
        </li>
      ))}
    </ol>
  );
}
