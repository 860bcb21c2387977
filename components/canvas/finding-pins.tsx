import type { Severity } from "../../core/preflight/finding.ts";
import { severityIcons } from "../parts/finding-frame.tsx";
import classes from "./finding-pins.module.css";

const severities = ["error", "warning", "note"] as const;

/** How many findings of each severity there are, the worst first; nothing where there are none. */
export function FindingPins({ findings, isPinned = false }: { findings: readonly { severity: Severity }[]; isPinned?: boolean }) {
  const counts = severities.map((severity) => ({ severity, count: findings.filter((one) => one.severity === severity).length }));
  const shown = counts.filter(({ count }) => count > 0);
  if (shown.length === 0) return null;
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
    </span>
  );
}
