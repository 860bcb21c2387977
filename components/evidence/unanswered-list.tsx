import { IconAlertOctagon, IconQuestionMark } from "@tabler/icons-react";
import { RequirementMark } from "../canvas/requirement-mark.tsx";
import classes from "./unanswered-list.module.css";
import type { Evidence } from "./use-evidence.ts";

/** What was asked for and has no answer, critical parts first, and what workers looked for in vain. */
export function UnansweredList({ evidence: { report, requirements, missing } }: { evidence: Evidence }) {
  const open = (report?.unanswered ?? []).map((one) => ({ ...one, requirement: requirements.find(({ id }) => id === one.requirementId) }));
  const critical = open.toSorted((left, right) => Number(right.requirement?.isCritical ?? false) - Number(left.requirement?.isCritical ?? false));
  const looked = [...Map.groupBy(missing, ({ text }) => text)];
  return (
    <>
      {open.length > 0 && (
        <section className={classes.open}>
          <h3>Not answered</h3>
          <ul>
            {critical.map(({ requirement, text, why }) => (
              <li key={`${requirement?.id} ${text}`} data-critical={requirement?.isCritical === true || undefined}>
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
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {looked.length > 0 && (
        <details className={classes.open}>
          <summary>Looked for, and not found: {looked.length}</summary>
          <ul>
            {looked.map(([text, where]) => (
              <li key={text}>
                <IconQuestionMark size={16} stroke={1.75} aria-hidden="true" />
                <div>
                  <p className={classes.what}>{text}</p>
                  <p className={classes.why}>{[...new Set(where.map(({ title }) => title))].join(", ")}</p>
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
