"use client";

import "@xyflow/react/dist/base.css";
import { Background, MarkerType, MiniMap, ReactFlow, ReactFlowProvider, SelectionMode, type Connection, type NodeChange } from "@xyflow/react";
import { useMemo, useState, type KeyboardEvent, type ReactNode } from "react";
import type { Requirement } from "../../core/brief/brief.ts";
import type { Finding } from "../../core/preflight/finding.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import { nodeSizes } from "../../core/workflow/node-size.ts";
import { CanvasControls } from "./canvas-controls.tsx";
import { openingOptions } from "./fit-option.ts";
import { FollowGrowth } from "./follow-growth.tsx";
import { GhostCard } from "./ghost-card.tsx";
import classes from "./graph-canvas.module.css";
import { Lanes } from "./lanes.tsx";
import { LineEdge } from "./line-edge.tsx";
import { neighbourOf } from "./neighbour.ts";
import { nodeTypes } from "./node-types.ts";
import { projectGraph, type CardNode } from "./project-graph.ts";
import { useNodePlaces } from "./use-node-places.ts";

const edgeTypes = { line: LineEdge };
const flowTypes = { ...nodeTypes, ghost: GhostCard };

interface GraphCanvasProps {
  graph: Graph;
  findings: readonly Finding[];
  requirements: readonly Requirement[];
  selectedId: string | null;
  onSelect(id: string | null): void;
  /** Whether more is being written: a ghost stands where the next node will. */
  isGrowing?: boolean;
  /** Left out where the graph can only be read. */
  edit?: {
    connect(from: string, to: string): void;
    move(positions: Graph["layout"]): void;
    remove(nodeId: string): void;
  };
  /** More controls in the corner: undo, add a node. */
  children?: ReactNode;
}

/** The graph as a picture that one walks, zooms and, where allowed, edits. */
export function GraphCanvas(props: GraphCanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

function Canvas({ graph, findings, requirements, selectedId, onSelect, isGrowing = false, edit, children }: GraphCanvasProps) {
  const places = useNodePlaces(graph);
  const [dragged, setDragged] = useState<Graph["layout"]>({});
  const positions = useMemo(() => ({ ...places, ...dragged }), [places, dragged]);
  const sizes = useMemo(() => nodeSizes(graph.nodes, positions), [graph.nodes, positions]);
  const projected = useMemo(
    () => projectGraph(graph, { positions, sizes, findings, requirements, selectedId }),
    [graph, positions, sizes, findings, requirements, selectedId],
  );
  const nodes = useMemo(
    () => (isGrowing ? [...projected.nodes, ghostBelow(graph, positions)] : projected.nodes),
    [projected.nodes, isGrowing, graph, positions],
  );
  const follow = (changes: NodeChange<CardNode | GhostNode>[]) => {
    const moves = changes.flatMap((change) => (change.type === "position" && change.position !== undefined ? [[change.id, change.position] as const] : []));
    if (moves.length > 0) setDragged((earlier) => ({ ...earlier, ...Object.fromEntries(moves) }));
  };
  const settle = (_event: unknown, _node: unknown, moved: (CardNode | GhostNode)[]) => {
    edit?.move(Object.fromEntries(moved.map(({ id, position }) => [id, position])));
    setDragged({});
  };
  const press = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement) return;
    if ((event.key === "Delete" || event.key === "Backspace") && selectedId !== null) edit?.remove(selectedId);
    else if (event.key === "Escape") onSelect(null);
    else if (event.key.startsWith("Arrow")) onSelect(neighbourOf(selectedId, event.key, graph, positions));
    else return;
    event.preventDefault();
  };
  return (
    <div className={classes.canvas} onKeyDown={press} role="presentation">
      <ReactFlow<CardNode | GhostNode, (typeof projected.edges)[number]>
        nodes={nodes}
        edges={projected.edges}
        nodeTypes={flowTypes}
        edgeTypes={edgeTypes}
        onNodesChange={follow}
        onNodeClick={(_event, node) => node.type !== "ghost" && onSelect(node.id)}
        onPaneClick={() => onSelect(null)}
        onNodeDragStop={settle}
        onConnect={({ source, target }: Connection) => edit?.connect(source, target)}
        nodesDraggable={edit !== undefined}
        nodesConnectable={edit !== undefined}
        edgesFocusable={false}
        disableKeyboardA11y
        nodesFocusable={false}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        selectionMode={SelectionMode.Partial}
        defaultEdgeOptions={{ markerEnd: { type: MarkerType.Arrow, color: "var(--edge)" } }}
        onlyRenderVisibleElements={graph.nodes.length > 60}
        fitView
        fitViewOptions={openingOptions}
        defaultViewport={{ x: 48, y: 48, zoom: 1 }}
        minZoom={0.1}
        maxZoom={2}
        panOnScroll
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        nodeDragThreshold={4}
        aria-label={graph.title === "" ? "Graph of the plan" : `Graph of ${graph.title}`}
        tabIndex={0}
      >
        <FollowGrowth isGrowing={isGrowing} count={nodes.length} />
        <Background gap={16} size={1} color="var(--dot)" bgColor="var(--canvas)" />
        <Lanes graph={graph} positions={positions} sizes={sizes} />
        <CanvasControls graph={graph} selectedId={selectedId} onSelect={onSelect} onTidy={edit?.move}>
          {children}
        </CanvasControls>
        {graph.nodes.length > 5 && (
          <MiniMap className={classes.map} style={{ width: 144, height: 112 }} pannable ariaLabel="Map of the graph" nodeColor="var(--border-2)" bgColor="var(--surface)" maskColor="color-mix(in srgb, var(--canvas) 60%, transparent)" />
        )}
      </ReactFlow>
    </div>
  );
}

type GhostNode = ReturnType<typeof ghostBelow>;

/** The place after the node that came last, where the next one likely comes. */
function ghostBelow({ nodes, phases }: Graph, positions: Graph["layout"]) {
  const last = nodes.findLast(({ parent }) => parent === undefined);
  const lane = nodes.filter(({ phase, parent }) => phase === last?.phase && parent === undefined);
  const bottom = Math.max(-112, ...lane.map(({ id }) => positions[id]?.y ?? 0));
  const size = { width: 172, height: 84 };
  return {
    id: "ghost of the next node",
    type: "ghost" as const,
    position: { x: last === undefined ? 0 : (positions[last.id]?.x ?? 0), y: bottom + (lane.some(({ kind }) => kind === "map" || kind === "loop") ? 280 : 112) },
    ...size,
    measured: size,
    draggable: false,
    connectable: false,
    data: { phase: phases.find(({ id }) => id === last?.phase)?.title ?? "" },
  };
}
