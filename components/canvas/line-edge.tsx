import { BaseEdge, EdgeLabelRenderer, getBezierPath, getSmoothStepPath, type EdgeProps } from "@xyflow/react";
import type { Edge } from "../../core/workflow/edge.ts";
import classes from "./line-edge.module.css";
import { turnBetween } from "./line-turn.ts";
import { useLiveNode } from "./live-node.ts";
import type { LineEdge as Line } from "./project-graph.ts";
import { CommentPin } from "./pins.tsx";
import { useZoomLevel } from "./zoom-level.ts";

/** Conditions that have less room between two cards than this are written out in the inspector, and once one of the two is selected. */
const labelRoom = 180;

/** An edge: order dotted, with a condition dashed and labelled, of the selected node in the accent with its input's name. */
export function LineEdge({ id, data, sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, markerEnd }: EdgeProps<Line>) {
  const level = useZoomLevel();
  const source = useLiveNode(data?.edge.from ?? "");
  if (data === undefined) return null;
  const { edge, isNear, comments, difference, heights } = data;
  const turnY = turnBetween({ x: sourceX, y: sourceY }, { x: targetX, y: targetY }, heights);
  const ends = { sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition };
  const [path, labelX, labelY] = turnY === null ? getBezierPath(ends) : getSmoothStepPath({ ...ends, centerY: turnY, offset: 10, borderRadius: 8 });
  const hasRoom = isNear || Math.abs(targetX - sourceX) > labelRoom;
  const label = edge.when === undefined ? (isNear && isNamed(edge) ? edge.as : undefined) : hasRoom ? edge.when : "if";
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        markerEnd={markerEnd}
        className={classes.line}
        data-near={isNear || undefined}
        data-difference={difference ?? undefined}
        data-source={source?.status}
        data-order={edge.kind === "order" || undefined}
        data-conditional={edge.when !== undefined || undefined}
      />
      {((label !== undefined && level === "card") || comments > 0) && (
        <EdgeLabelRenderer>
          <span className={classes.place} style={{ transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)` }}>
            {label !== undefined && level === "card" && (
              <span className={classes.label} data-near={isNear || undefined}>
                {label}
              </span>
            )}
            {comments > 0 && <CommentPin count={comments} />}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  );
}

/** Whether somebody named the input, rather than leaving it named after its source. */
function isNamed({ kind, as, from }: Edge): boolean {
  return kind === "data" && as !== from.replaceAll("-", "_");
}
