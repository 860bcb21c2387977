import { IconAlertOctagon, IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { isOpinion } from "../../core/critique/opinion.ts";
import type { Severity } from "../../core/preflight/finding.ts";
import classes from "./finding-frame.module.css";

export const severityIcons = { error: IconAlertOctagon, warning: IconAlertTriangle, note: IconInfoCircle } as const;

const words = { error: "Error", warning: "Warning", note: "Note" } as const;

type FindingFrameProps = {
  finding: { severity: Severity; ruleId: string; message: string };
  why: string | undefined;
  /** What can be done about it. */
  children?: ReactNode;
};

/** One finding of any check: what, where, why it matters. */
export function FindingFrame({ finding: { severity, ruleId, message }, why, children }: FindingFrameProps) {
  const Mark = severityIcons[severity];
  return (
    <article className={classes.card} data-severity={severity}>
      <p className={classes.head}>
        <span className={classes.severity}>
          <Mark size={14} stroke={1.9} aria-hidden="true" />
          {words[severity]}
        </span>
        <code>{ruleId}</code>
        {isOpinion({ ruleId }) && <span className={classes.opinion}>A model’s opinion</span>}
      </p>
      <p className={classes.message}>{message}</p>
      <p className={classes.why}>{why}</p>
      {children !== undefined && <div className={classes.actions}>{children}</div>}
    </article>
  );
}
