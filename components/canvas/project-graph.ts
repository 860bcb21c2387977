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
  const [keepCards, keepLines] = [createKeeper<CardNode>(), createKeeper<LineEdge>()];
  // A selection or a finding changes no line's way, and a finding no line at all.
  const waysOf = remembered((nodes: Graph["nodes"], edges: Graph["edges"], positions: Shown["positions"], sizes: Shown["sizes"]) => waysThrough({ nodes, edges }, positions, sizes));
  const keptLinesOf = remembered((edges: Graph["edges"], ways: ReadonlyMap<string, Way>, ...[sizes, comments, differences, selectedId]: [Shown["sizes"], Shown["comments"], Shown["differences"], Shown["selectedId"]]) =>
    keepLines(linesOf(edges, { sizes, comments, differences, selectedId }, ways)),
  );
  return (graph, shown) => {
    const { positions, sizes, comments, differences, selectedId } = shown;
    const ways = waysOf(graph.nodes, graph.edges, positions, sizes);
    return { nodes: keepCards(cardsOf(graph, shown)), edges: keptLinesOf(graph.edges, ways, sizes, comments, differences, selectedId) };
  };
}

/** Answers again what it answered last, while it is asked the same. */
function remembered<Asked extends unknown[], Answer>(make: (...asked: Asked) => Answer): (...asked: Asked) => Answer {
  let last: { asked: Asked; answer: Answer } | null = null;
  return (...asked) => {
    const before = last;
    if (before !== null && asked.every((one, index) => Object.is(one, before.asked[index]))) return before.answer;
    last = { asked, answer: make(...asked) };
    return last.answer;
  };
}

/** A card or line that is wanted: made only when it looks otherwise than before. */
interface Wanted<Part> {
  id: string;
  looks: readonly unknown[];
  make(): Part;
}

/** Keeps what was made for the last list for the next: what looks the same is the same object, and so is a list of the same. */
function createKeeper<Part>(): (wanted: readonly Wanted<Part>[]) => Part[] {
  let keptById = new Map<string, { looks: readonly unknown[]; part: Part }>();
  let kept: Part[] = [];
  return (wanted) => {
    const nextById: typeof keptById = new Map();
    const parts = wanted.map(({ id, looks, make }) => {
      const before = keptById.get(id);
      const part = before?.looks.every((look, index) => Object.is(look, looks[index])) === true ? before.part : make();
      nextById.set(id, { looks, part });
      return part;
    });
    keptById = nextById;
    if (parts.length !== kept.length || parts.some((part, index) => part !== kept[index])) kept = parts;
    return kept;
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

const noFindings: readonly Finding[] = [];

/** Cards where they are placed, containers before their bodies. */
function cardsOf(graph: Graph, { positions, sizes, findings, requirements, comments, differences, selectedId, picked }: Shown): Wanted<CardNode>[] {
  const findingsById = Map.groupBy(findings, ({ target }) => (target.type === "node" ? target.id : ""));
  const requirementsById = new Map(requirements.map((requirement) => [requirement.id, requirement]));
  const isCritical = (id: string) => requirementsById.get(id)?.isCritical ?? false;
  return parentsFirst(graph.nodes).map((node) => {
    const { id, parent, covers } = node;
    const position = positions[id] ?? { x: 0, y: 0 };
    const size = sizes.get(id) ?? cardSize;
    const selected = id === selectedId || picked.has(id);
    const own = findingsById.get(id) ?? noFindings;
    const shown = { comments: comments.get(`node ${id}`) ?? 0, difference: differenceOf(`node ${id}`, differences) };
    return {
      id,
      looks: [node, position.x, position.y, size.width, size.height, selected, shown.comments, shown.difference, covers.map(isCritical).join(), own.map(({ severity }) => severity).join()],
      make: () => ({
        id,
        type: node.kind,
        position,
        ...size,
        measured: size,
        handles: handlesOf(size),
        ...(parent === undefined ? {} : { parentId: parent }),
        selected,
        ariaLabel: node.title,
        data: { node, covers: covers.map((covered) => ({ id: covered, isCritical: isCritical(covered) })), findings: own, ...shown, isInner: parent !== undefined },
      }),
    };
  });
}

function linesOf(edges: Graph["edges"], { sizes, comments, differences, selectedId }: Pick<Shown, "sizes" | "comments" | "differences" | "selectedId">, ways: ReadonlyMap<string, Way>): Wanted<LineEdge>[] {
  const heightOf = (id: string) => (sizes.get(id) ?? cardSize).height;
  return edges.map((edge) => {
    const { id, from, to } = edge;
    const way = ways.get(id) ?? null;
    const isNear = from === selectedId || to === selectedId;
    const heights = { source: heightOf(from), target: heightOf(to) };
    const shown = { comments: comments.get(`edge ${id}`) ?? 0, difference: differenceOf(`edge ${id}`, differences) };
    return {
      id,
      looks: [edge, isNear, heights.source, heights.target, way?.startX, way?.endX, way?.y, shown.comments, shown.difference],
      make: () => ({ id, type: "line", source: from, target: to, data: { edge, isNear, ...shown, heights, way } }),
    };
  });
}

function differenceOf(name: string, differences: Shown["differences"]): Difference | "same" | null {
  return differences === null ? null : (differences.get(name) ?? "same");
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
