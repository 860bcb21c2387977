import { BaseEdge, EdgeLabelRenderer, getBezierPath, type EdgeProps } from "@xyflow/react";
import type { Edge } from "../../core/workflow/edge.ts";
import classes from "./line-edge.module.css";
import { useLiveNode } from "./live-node.ts";
import type { LineEdge as Line } from "./project-graph.ts";
import { useZoomLevel } from "./zoom-level.ts";

/** An edge: order dotted, with a condition dashed and labelled, of the selected node in the accent with its input's name. */
export function LineEdge({ id, data, sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, markerEnd }: EdgeProps<Line>) {
  const [path, labelX, labelY] = getBezierPath({ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition });
  const level = useZoomLevel();
  const source = useLiveNode(data?.edge.from ?? "");
  if (data === undefined) return null;
  const { edge, isNear } = data;
  const label = edge.when ?? (isNear && isNamed(edge) ? edge.as : undefined);
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        markerEnd={markerEnd}
        className={classes.line}
        data-near={isNear || undefined}
        data-source={source?.status}
        data-order={edge.kind === "order" || undefined}
        data-conditional={edge.when !== undefined || undefined}
      />
      {label !== undefined && level === "card" && (
        <EdgeLabelRenderer>
          <span className={classes.label} style={{ transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)` }}>
            {label}
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
