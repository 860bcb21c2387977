import { IconMessage } from "@tabler/icons-react";
import type { Severity } from "../../core/preflight/finding.ts";
import { severityIcons } from "../parts/finding-frame.tsx";
import classes from "./pins.module.css";

const severities = ["error", "warning", "note"] as const;

interface PinsProps {
  findings: readonly { severity: Severity }[];
  /** How many threads are open. */
  comments?: number;
  isPinned?: boolean;
}

/** How many findings of each severity there are, the worst first, and how many comments; nothing where there are none. */
export function Pins({ findings, comments = 0, isPinned = false }: PinsProps) {
  const counts = severities.map((severity) => ({ severity, count: findings.filter((one) => one.severity === severity).length }));
  const shown = counts.filter(({ count }) => count > 0);
  if (shown.length === 0 && comments === 0) return null;
  return (
    <span className={isPinned ? classes.pinned : classes.pins}>
      {shown.map(({ severity, count }) => {
        const Mark = severityIcons[severity];
        return (
          <span key={severity} className={classes.pin} data-severity={severity} role="img" aria-label={`${count} ${severity}${count === 1 ? "" : "s"}`}>
            <Mark size={12} stroke={2.1} aria-hidden="true" />
            {count}
          </span>
        );
      })}
      {comments > 0 && <CommentPin count={comments} />}
    </span>
  );
}

/** How many threads are open at something. */
export function CommentPin({ count }: { count: number }) {
  return (
    <span className={classes.pin} role="img" aria-label={count === 1 ? "1 open comment" : `${count} open comments`}>
      <IconMessage size={12} stroke={2.1} aria-hidden="true" />
      {count}
    </span>
  );
}
