import type { Graph } from "../../core/workflow/graph.ts";
import classes from "./strategy-view.module.css";

/** Why the work is divided as it is, and what was refused. */
export function StrategyView({ graph: { strategy } }: { graph: Graph }) {
  const { summary, dimension, alternatives, doneWhen } = strategy;
  const isEmpty = summary === "" && dimension === "" && doneWhen === "" && alternatives.length === 0;
  if (isEmpty) return <p className={classes.empty}>The planner gave no reasons for this division.</p>;
  return (
    <div className={classes.view}>
      {summary !== "" && <p className={classes.summary}>{summary}</p>}
      <dl className={classes.facts}>
        {dimension !== "" && (
          <>
            <dt>Divided</dt>
            <dd>{dimension}</dd>
          </>
        )}
        {doneWhen !== "" && (
          <>
            <dt>Done when</dt>
            <dd>{doneWhen}</dd>
          </>
        )}
      </dl>
      {alternatives.length > 0 && <h2 className={classes.head}>Considered and refused</h2>}
      {alternatives.map((alternative) => (
        <div key={alternative.summary} className={classes.alternative}>
          <p>{alternative.summary}</p>
          <p className={classes.whyNot}>{alternative.whyNot}</p>
        </div>
      ))}
    </div>
  );
}
