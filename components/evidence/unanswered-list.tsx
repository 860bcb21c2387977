import { IconAlertOctagon, IconQuestionMark } from "@tabler/icons-react";
import { unansweredTitle } from "../../core/evidence/unanswered-title.ts";
import { RequirementMark } from "../canvas/requirement-mark.tsx";
import { QuoteList } from "./quote-list.tsx";
import classes from "./unanswered-list.module.css";
import type { Evidence } from "./use-evidence.ts";

type UnansweredListProps = {
  evidence: Evidence;
  /** Which passage is shown, of which of the open parts. */
  selected: { part: number; quote: number } | null;
  onSelect(part: number, quote: number): void;
};

/** What was asked for and has no answer, critical parts first, each with the passages that come closest, and what workers looked for in vain. */
export function UnansweredList({ evidence, selected, onSelect }: UnansweredListProps) {
  const { unanswered, requirements, missing, claims } = evidence;
  const open = unanswered.map((one, part) => ({ ...one, part, requirement: requirements.find(({ id }) => id === one.requirementId) }));
  const critical = open.toSorted((left, right) => Number(right.requirement?.isCritical ?? false) - Number(left.requirement?.isCritical ?? false));
  const looked = [...Map.groupBy(missing, ({ text, why }) => [text, why].join("\n"))];
  return (
    <>
      {open.length > 0 && (
        <section className={classes.open}>
          <h3>{unansweredTitle(claims)}</h3>
          <ul>
            {critical.map(({ requirement, text, why, closest, part }) => (
              <li key={part} data-critical={requirement?.isCritical === true || undefined}>
                {requirement?.isCritical === true ? (
                  <IconAlertOctagon size={16} stroke={1.75} aria-label="Critical" role="img" />
                ) : (
                  <IconQuestionMark size={16} stroke={1.75} aria-hidden="true" />
                )}
                <div>
                  <p className={classes.what}>
                    {requirement !== undefined && <RequirementMark id={requirement.id} isCritical={requirement.isCritical} />} {text}
                  </p>
                  {why !== "" && <p className={classes.why}>{why}</p>}
                  {closest.length > 0 && (
                    <div className={classes.closest}>
                      <h4>What comes closest, and was not taken for an answer</h4>
                      <QuoteList evidence={evidence} quoted={{ quotes: closest }} selectedIndex={selected?.part === part ? selected.quote : null} onSelect={(quote) => onSelect(part, quote)} />
                    </div>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {looked.length > 0 && (
        <details className={classes.open}>
          <summary>Left open by those who looked: {looked.length}</summary>
          <ul>
            {looked.map(([key, where]) => (
              <li key={key}>
                <IconQuestionMark size={16} stroke={1.75} aria-hidden="true" />
                <div>
                  <p className={classes.what}>{where[0]?.text}</p>
                  <p className={classes.why}>
                    {where[0]?.why} In {[...new Set(where.map(({ title }) => title))].join(", ")}.
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
