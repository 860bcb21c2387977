"use client";

import "@xyflow/react/dist/base.css";
import { Background, MarkerType, Panel, ReactFlow, ReactFlowProvider, SelectionMode, useReactFlow, type Connection, type FinalConnectionState, type NodeChange } from "@xyflow/react";
import { useCallback, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from "react";
import type { Requirement } from "../../core/brief/brief.ts";
import type { Difference } from "../../core/comparison/describe-changes.ts";
import type { Finding } from "../../core/preflight/finding.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import { nodeSizes } from "../../core/workflow/node-size.ts";
import type { Ghost } from "../../core/workflow/plan-entry.ts";
import { CanvasControls } from "./canvas-controls.tsx";
import { foldGraph, sizesWhereFolded } from "./fold-graph.ts";
import { useFoldedParts } from "./folded-parts.tsx";
import { GhostCard } from "./ghost-card.tsx";
import { ghostNode, type GhostNode } from "./ghost-node.ts";
import classes from "./graph-canvas.module.css";
import { GraphMap } from "./graph-map.tsx";
import type { View } from "./graph-view.ts";
import { useKeptView } from "./kept-view.tsx";
import { phaseAt } from "./lane-span.ts";
import { Lanes } from "./lanes.tsx";
import { LineEdge } from "./line-edge.tsx";
import { neighbourOf } from "./neighbour.ts";
import { nodeTypes } from "./node-types.ts";
import { OpenedView } from "./opened-view.tsx";
import { createProjection, drawnAt, type CardNode } from "./project-graph.ts";
import { useSteadyHandlers } from "./steady-handlers.ts";
import { useNodePlaces } from "./use-node-places.ts";
import { ZoomLevelProvider } from "./zoom-level.tsx";

const edgeTypes = { line: LineEdge };
/** So few are in view at once: nobody needs a map of them. */
const fewNodes = 8;
const noComments: ReadonlyMap<string, number> = new Map();
const noPicked: ReadonlySet<string> = new Set();
const nowhere: Graph["layout"] = {};
const edgeOptions = { markerEnd: { type: MarkerType.Arrow, color: "var(--edge)" } };
const firstView = { x: 20, y: 48, zoom: 1 };
const flowTypes = { ...nodeTypes, ghost: GhostCard };

/** A line that was drawn from a node's handle and let go where nothing is. */
export interface LooseEnd {
  nodeId: string;
  /** Whether it was drawn from where the node hands on. */
  isSource: boolean;
  /** The phase in whose lane it was let go. */
  phase: string | undefined;
  /** Where it was let go: on the canvas and on the screen. */
  place: { x: number; y: number };
  screen: { x: number; y: number };
}

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
  /** All selected nodes, where several can be. */
  picked?: ReadonlySet<string>;
  onPick?: ((ids: ReadonlySet<string>) => void) | undefined;
  /** Left out once nothing more is being written. */
  growth?: Growth | undefined;
  /** Left out where the graph can only be read. */
  edit?: {
    connect(from: string, to: string): void;
    move(positions: Graph["layout"]): void;
    remove(nodeIds: readonly string[]): void;
    extend(end: LooseEnd): void;
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

function Canvas({ graph, findings, requirements, comments = noComments, differences, selectedId, onSelect, picked = noPicked, onPick, growth, edit, children }: GraphCanvasProps) {
  const positions = useNodePlaces(graph);
  const folded = useFoldedParts()?.folded ?? noPicked;
  const shown = useMemo(() => foldGraph(graph, folded), [graph, folded]);
  // While a card is dragged it alone is drawn elsewhere; what depends on where it stands follows once it is let go.
  const [dragged, setDragged] = useState(nowhere);
  const sizes = useMemo(() => sizesWhereFolded(nodeSizes(shown.nodes, positions), folded), [shown.nodes, positions, folded]);
  const [project] = useState(createProjection);
  const projected = useMemo(
    () => project(shown, { positions, sizes, findings, requirements, comments, differences: differences ?? null, selectedId, picked }),
    [project, shown, positions, sizes, findings, requirements, comments, differences, selectedId, picked],
  );
  const [isGrowing, begun] = [growth !== undefined, growth?.ghost ?? null];
  const ghost = useMemo(() => (isGrowing ? ghostNode(graph, positions, begun) : null), [graph, positions, isGrowing, begun]);
  const nodes = useMemo(() => {
    const cards = drawnAt(projected.nodes, dragged);
    return ghost === null ? cards : [...cards, ghost];
  }, [projected.nodes, dragged, ghost]);
  const keptViewRef = useKeptView();
  const { screenToFlowPosition } = useReactFlow();
  const [isViewTaken, setViewTaken] = useState(false);
  const boxed = useRef<Set<string> | null>(null);
  const toggle = (id: string) => {
    const inside = new Set(picked);
    if (!inside.delete(id)) inside.add(id);
    onPick?.(inside);
  };
  const settle = (moved: (CardNode | GhostNode)[]) => {
    edit?.move(Object.fromEntries(moved.map(({ id, position }) => [id, position])));
    setDragged(nowhere);
  };
  const handlers = useSteadyHandlers({
    onNodesChange: (changes: NodeChange<CardNode | GhostNode>[]) => {
      const moves = changes.flatMap((change) => (change.type === "position" && change.position !== undefined ? [[change.id, change.position] as const] : []));
      if (moves.length > 0) setDragged((earlier) => ({ ...earlier, ...Object.fromEntries(moves) }));
      if (boxed.current === null) return;
      const inside = new Set(boxed.current);
      for (const change of changes) {
        if (change.type !== "select") continue;
        if (change.selected) inside.add(change.id);
        else inside.delete(change.id);
      }
      boxed.current = inside;
      onPick?.(inside);
    },
    onNodeClick: (event: MouseEvent, node: CardNode | GhostNode) => {
      if (node.type === "ghost") return;
      if (onPick !== undefined && (event.shiftKey || event.ctrlKey || event.metaKey)) toggle(node.id);
      else onSelect(node.id);
    },
    onSelectionStart: () => void (boxed.current = new Set()),
    onSelectionEnd: () => void (boxed.current = null),
    onMoveStart: (event: unknown) => event !== null && setViewTaken(true),
    onMoveEnd: (_event: unknown, view: View) => keptViewRef !== null && void (keptViewRef.current = view),
    onPaneClick: () => onSelect(null),
    onNodeDragStop: (_event: unknown, _node: unknown, moved: (CardNode | GhostNode)[]) => settle(moved),
    onConnect: ({ source, target }: Connection) => edit?.connect(source, target),
    onConnectEnd: (event: globalThis.MouseEvent | TouchEvent, { fromNode, fromHandle, toNode }: FinalConnectionState) => {
      if (fromNode === null || toNode !== null || edit === undefined) return;
      const { clientX, clientY } = "clientX" in event ? event : (event.changedTouches[0] ?? { clientX: 0, clientY: 0 });
      const screen = { x: clientX, y: clientY };
      const place = screenToFlowPosition(screen);
      edit.extend({ nodeId: fromNode.id, isSource: fromHandle?.type !== "target", phase: phaseAt(place.x, graph, positions, sizes), place, screen });
    },
  });
  const press = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement) return;
    if ((event.key === "Delete" || event.key === "Backspace") && picked.size > 0) edit?.remove([...picked]);
    else if (event.key === "Escape") onSelect(null);
    else if (event.key === "a" && (event.ctrlKey || event.metaKey) && onPick !== undefined) onPick(new Set(shown.nodes.map(({ id }) => id)));
    else if (event.key.startsWith("Arrow")) {
      const next = neighbourOf(selectedId, event.key, shown, positions);
      if (event.shiftKey && onPick !== undefined && next !== null) onPick(new Set([...picked, next]));
      else onSelect(next);
    } else return;
    event.preventDefault();
  };
  const isMarked = useCallback(({ id, type }: Pick<CardNode | GhostNode, "id" | "type">) => picked.has(id) || id === selectedId || type === "ghost", [picked, selectedId]);
  return (
    <div className={classes.canvas} onKeyDown={press} role="presentation">
      <ZoomLevelProvider>
        <ReactFlow<CardNode | GhostNode, (typeof projected.edges)[number]>
          nodes={nodes}
          edges={projected.edges}
          nodeTypes={flowTypes}
          edgeTypes={edgeTypes}
          {...handlers}
          nodesDraggable={edit !== undefined}
          nodesConnectable={edit !== undefined}
          edgesFocusable={false}
          disableKeyboardA11y
          nodesFocusable={false}
          deleteKeyCode={null}
          selectionKeyCode={onPick === undefined ? null : "Shift"}
          multiSelectionKeyCode={null}
          selectionMode={SelectionMode.Partial}
          selectNodesOnDrag={false}
          defaultEdgeOptions={edgeOptions}
          onlyRenderVisibleElements={graph.nodes.length > 60}
          defaultViewport={firstView}
          minZoom={0.1}
          maxZoom={2}
          panOnScroll
          zoomOnScroll={false}
          zoomOnDoubleClick={false}
          nodeDragThreshold={4}
          aria-label={graph.title === "" ? "Graph of the plan" : `Graph of ${graph.title}`}
          tabIndex={0}
        >
          <OpenedView isFollowing={isGrowing && !isViewTaken} newestId={ghost?.id ?? graph.nodes.at(-1)?.id ?? null} selectedId={selectedId} />
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
          {graph.nodes.length > fewNodes && <GraphMap positions={positions} sizes={sizes} isMarked={isMarked} />}
        </ReactFlow>
      </ZoomLevelProvider>
    </div>
  );
}
