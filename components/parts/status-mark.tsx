import type { ReactNode } from "react";
import type { RunStatus } from "../../core/run/run-status.ts";
import classes from "./status-mark.module.css";
import { statusText } from "./status-text.ts";

interface StatusMarkProps {
  status: RunStatus;
  size?: "s" | "m";
  /** On its own tint, as in a page's head. */
  isTinted?: boolean;
  /** Instead of the status's own word. */
  children?: ReactNode;
}

/** How a run or a step stands: a mark and a word in the status's colour. */
export function StatusMark({ status, size = "m", isTinted = false, children }: StatusMarkProps) {
  const { label, icon: Mark } = statusText[status];
  return (
    <span className={`${classes.mark} ${classes[status]}`} data-size={size} data-tinted={isTinted || undefined}>
      <Mark size={size === "s" ? 12 : 14} stroke={size === "s" ? 2.1 : 1.9} aria-hidden="true" />
      {children ?? label}
    </span>
  );
}
