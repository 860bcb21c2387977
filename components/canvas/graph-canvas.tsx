"use client";

import "@xyflow/react/dist/base.css";
import { Background, MarkerType, MiniMap, Panel, ReactFlow, ReactFlowProvider, SelectionMode, type Connection, type NodeChange } from "@xyflow/react";
import { useMemo, useState, type KeyboardEvent, type ReactNode } from "react";
import type { Requirement } from "../../core/brief/brief.ts";
import type { Difference } from "../../core/comparison/describe-changes.ts";
import type { Finding } from "../../core/preflight/finding.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import { nodeSizes } from "../../core/workflow/node-size.ts";
import type { Ghost } from "../../core/workflow/plan-entry.ts";
import { CanvasControls } from "./canvas-controls.tsx";
import { GhostCard } from "./ghost-card.tsx";
import { ghostNode, type GhostNode } from "./ghost-node.ts";
import classes from "./graph-canvas.module.css";
import { useKeptView } from "./kept-view.tsx";
import { Lanes } from "./lanes.tsx";
import { LineEdge } from "./line-edge.tsx";
import { neighbourOf } from "./neighbour.ts";
import { nodeTypes } from "./node-types.ts";
import { OpenedView } from "./opened-view.tsx";
import { createProjection, type CardNode } from "./project-graph.ts";
import { useNodePlaces } from "./use-node-places.ts";

const edgeTypes = { line: LineEdge };
/** So few are in view at once: nobody needs a map of them. */
const fewNodes = 8;
const noComments: ReadonlyMap<string, number> = new Map();
const flowTypes = { ...nodeTypes, ghost: GhostCard };

/** The node that is being written: a ghost stands where it will; null while nothing is known of it. */
export interface Growth {
  ghost: Ghost | null;
}

interface GraphCanvasProps {
  graph: Graph;
  findings: readonly Finding[];
  requirements: readonly Requirement[];
  /** How many threads are open, by "node" or "edge" and its id. */
  comments?: ReadonlyMap<string, number>;
  /** How parts differ from an earlier revision, by "node" or "edge" and its id. */
  differences?: ReadonlyMap<string, Difference>;
  selectedId: string | null;
  onSelect(id: string | null): void;
  /** Left out once nothing more is being written. */
  growth?: Growth | undefined;
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

function Canvas({ graph, findings, requirements, comments = noComments, differences, selectedId, onSelect, growth, edit, children }: GraphCanvasProps) {
  const places = useNodePlaces(graph);
  const [dragged, setDragged] = useState<Graph["layout"]>({});
  const positions = useMemo(() => ({ ...places, ...dragged }), [places, dragged]);
  const sizes = useMemo(() => nodeSizes(graph.nodes, positions), [graph.nodes, positions]);
  const [project] = useState(createProjection);
  const projected = useMemo(
    () => project(graph, { positions, sizes, findings, requirements, comments, differences: differences ?? null, selectedId }),
    [project, graph, positions, sizes, findings, requirements, comments, differences, selectedId],
  );
  const ghost = useMemo(() => (growth === undefined ? null : ghostNode(graph, positions, growth.ghost)), [graph, positions, growth]);
  const nodes = useMemo(() => (ghost === null ? projected.nodes : [...projected.nodes, ghost]), [projected.nodes, ghost]);
  const keptViewRef = useKeptView();
  const [isViewTaken, setViewTaken] = useState(false);
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
        onMoveEnd={(_event, view) => keptViewRef !== null && (keptViewRef.current = view)}
        onMoveStart={(event) => event !== null && setViewTaken(true)}
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
        defaultViewport={{ x: 20, y: 48, zoom: 1 }}
        minZoom={0.1}
        maxZoom={2}
        panOnScroll
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        nodeDragThreshold={4}
        aria-label={graph.title === "" ? "Graph of the plan" : `Graph of ${graph.title}`}
        tabIndex={0}
      >
        <OpenedView isFollowing={growth !== undefined && !isViewTaken} newestId={ghost?.id ?? graph.nodes.at(-1)?.id ?? null} selectedId={selectedId} />
        <Background gap={16} size={1} color="var(--dot)" bgColor="var(--canvas)" />
        <Lanes graph={graph} positions={positions} sizes={sizes} />
        <CanvasControls graph={graph} selectedId={selectedId} onSelect={onSelect} onTidy={edit?.move}>
          {children}
        </CanvasControls>
        {nodes.length === 0 && (
          <Panel position="top-center" className={classes.empty}>
            {edit === undefined ? "There are no nodes." : "There are no nodes. Add the first one below."}
          </Panel>
        )}
        {graph.nodes.length > fewNodes && (
          <MiniMap
            className={classes.map}
            style={{ width: 144, height: 112 }}
            pannable
            ariaLabel="Map of the graph"
            nodeColor={({ id, type }) => (id === selectedId || type === "ghost" ? "var(--accent)" : "var(--border-2)")}
            bgColor="var(--surface)"
            maskColor="color-mix(in srgb, var(--canvas) 60%, transparent)"
            maskStrokeColor="var(--accent)"
            maskStrokeWidth={1.5}
          />
        )}
      </ReactFlow>
    </div>
  );
}
