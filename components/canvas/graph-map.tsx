import { MiniMap, useReactFlow, type Node as FlowNode } from "@xyflow/react";
import { useMemo } from "react";
import type { Graph } from "../../core/workflow/graph.ts";
import type { Size } from "../../core/workflow/node-size.ts";
import classes from "./graph-map.module.css";
import { mapSizeOf } from "./map-size.ts";

interface GraphMapProps {
  positions: Graph["layout"];
  sizes: ReadonlyMap<string, Size>;
  isMarked(node: Pick<FlowNode, "id" | "type">): boolean;
}

/** All of a graph in the corner of the canvas, with what is seen of it. */
export function GraphMap({ positions, sizes, isMarked }: GraphMapProps) {
  const { getZoom, setCenter } = useReactFlow();
  const size = useMemo(() => mapSizeOf(positions, sizes), [positions, sizes]);
  const colourOf = useMemo(() => (node: FlowNode) => (isMarked(node) ? "var(--accent)" : "color-mix(in srgb, var(--text-3) 50%, var(--surface))"), [isMarked]);
  return (
    <MiniMap
      className={classes.map}
      style={size}
      pannable
      onClick={(_event, { x, y }) => void setCenter(x, y, { zoom: getZoom() })}
      ariaLabel="Map of the graph"
      nodeColor={colourOf}
      bgColor="var(--surface)"
      maskColor="color-mix(in srgb, var(--canvas) 60%, transparent)"
      maskStrokeColor="var(--accent)"
    />
  );
}
