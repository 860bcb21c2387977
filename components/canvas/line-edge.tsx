import { BaseEdge, EdgeLabelRenderer, getBezierPath, getSmoothStepPath, type EdgeProps } from "@xyflow/react";
import type { Edge } from "../../core/workflow/edge.ts";
import classes from "./line-edge.module.css";
import type { Way } from "./line-way.ts";
import { turnBetween } from "./line-turn.ts";
import { useLiveNode } from "./live-node.ts";
import type { LineEdge as Line } from "./project-graph.ts";
import { CommentPin } from "./pins.tsx";
import { useZoomLevel } from "./zoom-level.tsx";

/** Conditions that have less room between two cards than this are written out in the inspector, and once one of the two is selected: below the cards. */
const labelRoom = 180;
const belowCards = 14;

/** An edge: order dotted, with a condition dashed and labelled, of the selected node in the accent with its input's name. */
export function LineEdge({ id, data, sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, markerEnd }: EdgeProps<Line>) {
  const level = useZoomLevel();
  const source = useLiveNode(data?.edge.from ?? "");
  if (data === undefined) return null;
  const { edge, isNear, comments, difference, heights, way } = data;
  const turnY = turnBetween({ x: sourceX, y: sourceY }, { x: targetX, y: targetY }, heights);
  const ends = { sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition };
  const [path, labelX, labelY] = pathOf(ends, { turnY, way });
  const hasRoom = Math.abs(targetX - sourceX) > labelRoom;
  const label = edge.when === undefined ? (isNear && isNamed(edge) ? edge.as : undefined) : hasRoom || isNear ? edge.when : "if";
  const isBetween = hasRoom || !isNear || label === undefined;
  const placeY = isBetween ? labelY : Math.min(sourceY + heights.source / 2, targetY + heights.target / 2) + belowCards;
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        markerEnd={markerEnd}
        interactionWidth={0}
        className={classes.line}
        data-near={isNear || undefined}
        data-difference={difference ?? undefined}
        data-source={source?.status}
        data-order={edge.kind === "order" || undefined}
        data-conditional={edge.when !== undefined || undefined}
      />
      {((label !== undefined && level === "card") || comments > 0) && (
        <EdgeLabelRenderer>
          <span className={classes.place} data-narrow={!hasRoom || undefined} style={{ transform: `translate(-50%, -50%) translate(${labelX}px, ${placeY}px)` }}>
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

/** Curved from end to end; back in the gap beside the receiver; or level past the cards in between, unless an end is just dragged away. */
function pathOf(ends: Parameters<typeof getBezierPath>[0], { turnY, way }: { turnY: number | null; way: Way | null }): [path: string, labelX: number, labelY: number] {
  const { sourceX, sourceY, targetX, targetY } = ends;
  if (way !== null && sourceX + way.endX < targetX) {
    const [startX, endX, y] = [sourceX + way.startX, sourceX + way.endX, sourceY + way.y];
    const [first, last] = [(sourceX + startX) / 2, (endX + targetX) / 2];
    return [`M${sourceX},${sourceY} C${first},${sourceY} ${first},${y} ${startX},${y} L${endX},${y} C${last},${y} ${last},${targetY} ${targetX},${targetY}`, (startX + endX) / 2, y];
  }
  const [path, labelX, labelY] = turnY === null ? getBezierPath(ends) : getSmoothStepPath({ ...ends, centerY: turnY, offset: 10, borderRadius: 8 });
  return [path, labelX, labelY];
}

/** Whether somebody named the input, rather than leaving it named after its source. */
function isNamed({ kind, as, from }: Edge): boolean {
  return kind === "data" && as !== from.replaceAll("-", "_");
}
