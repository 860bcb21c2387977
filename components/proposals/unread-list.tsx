import type { Point } from "../../core/proposal/point.ts";
import { unansweredOf } from "../../core/proposal/fold-proposal.ts";
import { pointText } from "./answered-point.tsx";
import classes from "./proposal-panel.module.css";
import type { WrittenProposal } from "./proposal-panel.tsx";
import { RefusedLines } from "./refused-lines.tsx";

/** Whether words are worth quoting beside what they stand in: some of a longer comment or wish. */
function isPartOf(words: string, point: Point | undefined): boolean {
  if (words === "" || point === undefined || point.type === "finding") return false;
  return point.type === "wish" ? words !== point.text : point.said.length > 1 || words !== point.said[0]?.text.trim();
}

/** What the model could not read or left aside, by name, and what it wrote that could not be used: nothing disappears. */
export function UnreadList({ written: { asked, proposal } }: { written: WrittenProposal }) {
  const pointsByRef = new Map(asked.points.map((point) => [point.ref, point]));
  const textOf = (ref: string) => {
    const point = pointsByRef.get(ref);
    return point === undefined ? ref : pointText(point);
  };
  // What was broken off may still answer the rest, once it is resumed.
  const silent = proposal.status === "finished" ? unansweredOf(proposal, [...pointsByRef.keys()]) : [];
  return (
    <>
      {(proposal.unread.length > 0 || silent.length > 0) && (
        <section className={classes.unread} aria-label="Not turned into changes">
          <h3>Not turned into changes</h3>
          <ul>
            {proposal.unread.map(({ unread, words, why }, index) => (
              // Several sentences of one comment may be left aside.
              <li key={`${index} ${unread}`}>
                <p className={classes.said}>{textOf(unread)}</p>
                {isPartOf(words, pointsByRef.get(unread)) && <p className={classes.wordsLeft}>“{words}”</p>}
                <p className={classes.meta}>{why}</p>
              </li>
            ))}
            {silent.map((ref) => (
              <li key={ref}>
                <p className={classes.said}>{textOf(ref)}</p>
                <p className={classes.meta}>The model said nothing about it.</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <RefusedLines refused={proposal.refused} />
    </>
  );
}
