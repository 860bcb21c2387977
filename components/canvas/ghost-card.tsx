import type { NodeProps } from "@xyflow/react";
import { IconPencil } from "@tabler/icons-react";
import classes from "./ghost-card.module.css";
import type { GhostNode } from "./ghost-node.ts";
import { kinds } from "./kind.ts";

/** Stands where the next node will, while the planner writes it. */
export function GhostCard({ data: { ghost } }: NodeProps<GhostNode>) {
  const Mark = ghost === null ? null : kinds[ghost.kind].icon;
  return (
    <div className={classes.ghost}>
      <div className={classes.head}>
        {Mark !== null && <Mark size={16} stroke={1.75} aria-hidden="true" className={classes.icon} />}
        <span className={classes.title}>
          {ghost?.title} <span className={classes.caret} />
        </span>
      </div>
      <span className={classes.bar} />
      <span className={classes.stat}>
        <IconPencil size={12} stroke={2.1} aria-hidden="true" />
        being written
      </span>
    </div>
  );
}
