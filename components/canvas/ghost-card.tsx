import { IconPencil } from "@tabler/icons-react";
import classes from "./ghost-card.module.css";

/** Stands where the next node will, while the planner writes it. */
export function GhostCard() {
  return (
    <div className={classes.ghost}>
      <span className={classes.caret} />
      <span className={classes.bar} />
      <span className={classes.stat}>
        <IconPencil size={12} stroke={2.1} aria-hidden="true" />
        being written
      </span>
    </div>
  );
}
