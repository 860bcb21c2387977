import type { Edge as FlowEdge, Node as FlowNode, NodeHandle } from "@xyflow/react";
import { Position } from "@xyflow/react";
import type { Requirement } from "../../core/brief/brief.ts";
import type { Finding } from "../../core/preflight/finding.ts";
import type { Edge } from "../../core/workflow/edge.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { Node, NodeKind } from "../../core/workflow/node.ts";
import { cardSize, type Size } from "../../core/workflow/node-size.ts";

/** What a card on the canvas is drawn from. */
interface CardData extends Record<string, unknown> {
  node: Node;
  covers: Pick<Requirement, "id" | "isCritical">[];
  findings: Finding[];
  /** Whether the card stands inside a container. */
  isInner: boolean;
}

export type CardNode = FlowNode<CardData, NodeKind>;

interface LineData extends Record<string, unknown> {
  edge: Edge;
  isNear: boolean;
}

export type LineEdge = FlowEdge<LineData, "line">;

const handleSize = 8;

/** A graph in React Flow's terms: cards where they are placed, containers before their bodies. */
export function projectGraph(
  graph: Graph,
  { positions, sizes, findings, requirements, selectedId }: {
    positions: Graph["layout"];
    sizes: ReadonlyMap<string, Size>;
    findings: readonly Finding[];
    requirements: readonly Requirement[];
    selectedId: string | null;
  },
): { nodes: CardNode[]; edges: LineEdge[] } {
  const findingsById = Map.groupBy(findings, ({ target }) => (target.type === "node" ? target.id : ""));
  const requirementsById = new Map(requirements.map((requirement) => [requirement.id, requirement]));
  const nodes = parentsFirst(graph.nodes).map((node): CardNode => {
    const size = sizes.get(node.id) ?? cardSize;
    return {
      id: node.id,
      type: node.kind,
      position: positions[node.id] ?? { x: 0, y: 0 },
      ...size,
      measured: size,
      handles: handlesOf(size),
      ...(node.parent === undefined ? {} : { parentId: node.parent }),
      selected: node.id === selectedId,
      ariaLabel: node.title,
      data: {
        node,
        covers: node.covers.map((id) => ({ id, isCritical: requirementsById.get(id)?.isCritical ?? false })),
        findings: findingsById.get(node.id) ?? [],
        isInner: node.parent !== undefined,
      },
    };
  });
  // Above the container they are in, below its cards.
  const inner = new Set(graph.nodes.filter(({ parent }) => parent !== undefined).map(({ id }) => id));
  const edges = graph.edges.map((edge): LineEdge => {
    const isNear = edge.from === selectedId || edge.to === selectedId;
    return { id: edge.id, type: "line", source: edge.from, target: edge.to, data: { edge, isNear }, zIndex: inner.has(edge.from) ? 1 : 0 };
  });
  return { nodes, edges };
}

/** React Flow wants a container to stand before what is in it. */
function parentsFirst(nodes: readonly Node[]): Node[] {
  const childrenById = Map.groupBy(nodes, ({ parent }) => parent ?? null);
  const ordered: Node[] = [];
  const enter = (parentId: string | null) => {
    for (const node of childrenById.get(parentId) ?? []) {
      ordered.push(node);
      enter(node.id);
    }
  };
  enter(null);
  return ordered;
}

/** Told rather than measured, so that edges are there with the first frame and for cards off screen. */
function handlesOf({ width, height }: { width: number; height: number }): NodeHandle[] {
  const shared = { y: height / 2 - handleSize / 2, width: handleSize, height: handleSize };
  return [
    { type: "target", position: Position.Left, x: -handleSize / 2, ...shared },
    { type: "source", position: Position.Right, x: width - handleSize / 2, ...shared },
  ];
}
