import type { Edge as FlowEdge, Node as FlowNode, NodeHandle } from "@xyflow/react";
import { Position } from "@xyflow/react";
import type { Requirement } from "../../core/brief/brief.ts";
import type { Difference } from "../../core/comparison/describe-changes.ts";
import type { Finding } from "../../core/preflight/finding.ts";
import type { Edge } from "../../core/workflow/edge.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { Node, NodeKind } from "../../core/workflow/node.ts";
import { waysThrough, type Way } from "./line-way.ts";
import { cardSize, type Size } from "../../core/workflow/node-size.ts";

/** What a card on the canvas is drawn from. */
interface CardData extends Record<string, unknown> {
  node: Node;
  covers: Pick<Requirement, "id" | "isCritical">[];
  findings: readonly Pick<Finding, "severity">[];
  /** How many threads are open at it. */
  comments: number;
  /** How it differs from an earlier revision; null where no revisions are compared. */
  difference: Difference | "same" | null;
  /** Whether the card stands inside a container. */
  isInner: boolean;
}

export type CardNode = FlowNode<CardData, NodeKind>;

interface LineData extends Record<string, unknown> {
  edge: Edge;
  isNear: boolean;
  /** How many threads are open at it. */
  comments: number;
  difference: Difference | "same" | null;
  /** Of the cards it joins, in pixels. */
  heights: { source: number; target: number };
  /** Set where cards stand between its ends. */
  way: Way | null;
}

export type LineEdge = FlowEdge<LineData, "line">;

const handleSize = 8;

interface Shown {
  positions: Graph["layout"];
  sizes: ReadonlyMap<string, Size>;
  findings: readonly Finding[];
  requirements: readonly Requirement[];
  /** How many threads are open, by "node" or "edge" and its id. */
  comments: ReadonlyMap<string, number>;
  /** How parts differ, by "node" or "edge" and its id; null where no revisions are compared. */
  differences: ReadonlyMap<string, Difference> | null;
  selectedId: string | null;
  /** All selected nodes, where several are. */
  picked: ReadonlySet<string>;
}

/**
 * A graph in React Flow's terms, again and again: what looks the same as before is the same object, so that one op draws
 * one card and not all of them.
 */
export function createProjection(): (graph: Graph, shown: Shown) => { nodes: CardNode[]; edges: LineEdge[] } {
  let nodesById = new Map<string, CardNode>();
  let edgesById = new Map<string, LineEdge>();
  let ways = new Map<string, Way>();
  let waysOf: unknown[] = [];
  return (graph, shown) => {
    // A selection or a finding changes no line's way.
    const places = [graph.nodes, graph.edges, shown.positions, shown.sizes];
    if (places.some((place, index) => place !== waysOf[index])) ways = waysThrough(graph, shown.positions, shown.sizes);
    waysOf = places;
    const projected = projectGraph(graph, shown, ways);
    const nodes = projected.nodes.map((node) => sameOr(nodesById.get(node.id), node, looksOfCard));
    const edges = projected.edges.map((edge) => sameOr(edgesById.get(edge.id), edge, looksOfLine));
    nodesById = new Map(nodes.map((node) => [node.id, node]));
    edgesById = new Map(edges.map((edge) => [edge.id, edge]));
    return { nodes, edges };
  };
}

/** Cards where they are dragged to, all others as they are. */
export function drawnAt(cards: CardNode[], dragged: Graph["layout"]): CardNode[] {
  if (Object.keys(dragged).length === 0) return cards;
  return cards.map((card) => {
    const position = dragged[card.id];
    return position === undefined ? card : { ...card, position };
  });
}

function sameOr<Part>(before: Part | undefined, now: Part, looksOf: (part: Part) => unknown[]): Part {
  if (before === undefined) return now;
  const looks = looksOf(now);
  return looksOf(before).every((look, index) => Object.is(look, looks[index])) ? before : now;
}

function looksOfCard({ position, width, height, parentId, selected, data }: CardNode): unknown[] {
  const { node, covers, findings, comments, difference } = data;
  return [node, position.x, position.y, width, height, parentId, selected, comments, difference, covers.map(({ isCritical }) => isCritical).join(), findings.map(({ severity }) => severity).join()];
}

function looksOfLine({ data }: LineEdge): unknown[] {
  return [data?.edge, data?.isNear, data?.heights.source, data?.heights.target, data?.way?.startX, data?.way?.endX, data?.way?.y, data?.comments, data?.difference];
}

/** Cards where they are placed, containers before their bodies. */
function projectGraph(graph: Graph, { positions, sizes, findings, requirements, comments, differences, selectedId, picked }: Shown, ways: ReadonlyMap<string, Way>): { nodes: CardNode[]; edges: LineEdge[] } {
  const findingsById = Map.groupBy(findings, ({ target }) => (target.type === "node" ? target.id : ""));
  const differenceOf = (name: string) => (differences === null ? null : (differences.get(name) ?? "same"));
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
      selected: node.id === selectedId || picked.has(node.id),
      ariaLabel: node.title,
      data: {
        node,
        covers: node.covers.map((id) => ({ id, isCritical: requirementsById.get(id)?.isCritical ?? false })),
        findings: findingsById.get(node.id) ?? [],
        comments: comments.get(`node ${node.id}`) ?? 0,
        difference: differenceOf(`node ${node.id}`),
        isInner: node.parent !== undefined,
      },
    };
  });
  const heightOf = (id: string) => (sizes.get(id) ?? cardSize).height;
  const edges = graph.edges.map((edge): LineEdge => {
    const isNear = edge.from === selectedId || edge.to === selectedId;
    return { id: edge.id, type: "line", source: edge.from, target: edge.to, data: { edge, isNear, comments: comments.get(`edge ${edge.id}`) ?? 0, difference: differenceOf(`edge ${edge.id}`), heights: { source: heightOf(edge.from), target: heightOf(edge.to) }, way: ways.get(edge.id) ?? null } };
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
