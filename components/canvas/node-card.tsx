import { Handle, Position, type NodeProps } from "@xyflow/react";
import { DifferenceStat } from "./difference-stat.tsx";
import { kinds } from "./kind.ts";
import { useLiveNode } from "./live-node.ts";
import { LiveStat } from "./live-stat.tsx";
import classes from "./node-card.module.css";
import { nodeFacts } from "./node-facts.ts";
import { Pins } from "./pins.tsx";
import type { CardNode } from "./project-graph.ts";
import { RequirementMark } from "./requirement-mark.tsx";
import { isNear, useZoomLevel } from "./zoom-level.tsx";

const shownRequirements = 2;

/** A node as a card of fixed size: kind and title, what does the work, its limits. */
export function NodeCard({ data, selected }: NodeProps<CardNode>) {
  const { node, covers, findings, comments, difference } = data;
  const level = useZoomLevel();
  const { icon: Mark, label } = kinds[node.kind];
  const { meta, left, right, isLimitMissing } = nodeFacts(node);
  const rest = covers.length - shownRequirements;
  const live = useLiveNode(node.id);
  return (
    <div className={classes.card} data-level={level} data-selected={selected || undefined} data-kind={node.kind} data-status={live?.status} data-difference={difference ?? undefined} title={node.title}>
      <CardHandles />
      <Pins findings={findings} comments={comments} isPinned />
      <div className={classes.head}>
        <Mark className={classes.icon} size={16} stroke={1.75} role="img" aria-label={label} />
        {level !== "mark" && <span className={classes.title}>{node.title}</span>}
      </div>
      {level === "card" && (
        <div className={classes.meta}>
          <span className={classes.metaText} title={meta}>
            {meta}
          </span>
          {covers.slice(0, shownRequirements).map(({ id, isCritical }) => (
            <RequirementMark key={id} id={id} isCritical={isCritical} />
          ))}
          {rest > 0 && <span>+{rest}</span>}
        </div>
      )}
      {difference === null && live !== null && <LiveStat live={live} level={level} />}
      {difference !== null && isNear(level) && <DifferenceStat difference={difference} />}
      {difference === null && live === null && isNear(level) && (
        <div className={classes.stat}>
          <span data-missing={isLimitMissing || undefined}>{left}</span>
          {level === "card" && <span className={classes.end}>{right}</span>}
        </div>
      )}
    </div>
  );
}

/** Where edges begin and end; also what is dragged to connect. */
export function CardHandles() {
  return (
    <>
      <Handle type="target" position={Position.Left} className={classes.handle} />
      <Handle type="source" position={Position.Right} className={classes.handle} />
    </>
  );
}
