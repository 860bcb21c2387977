import type { Graph } from "./graph.ts";
import { bodyPadding, cardSize, sizeAround, type Size } from "./node-size.ts";
import { isContainer, type Node } from "./node.ts";

type Positions = Graph["layout"];

interface Rectangle extends Size {
  x: number;
  y: number;
}

const cardGap = 28;
/** Between the cards of one lane and those of the next: room for edges (LOOK.md: 40 to 78 px). */
const laneGap = 52;
const emptyLaneWidth = cardSize.width + laneGap;
/** A column of a lane is as high as eight cards, one of a body as six; what comes after that stands in a further column. */
const laneHeight = 8 * (cardSize.height + cardGap) - cardGap;
const bodyHeight = bodyPadding.top + 6 * (cardSize.height + bodyPadding.gap) - bodyPadding.gap;
/** A container keeps room for a body of two that is still being written. */
const reservedHeight = bodyPadding.top + 2 * cardSize.height + bodyPadding.gap + bodyPadding.bottom;

/**
 * Gives every node a place: those that have one keep it, the others take the free place at the end of their lane or of
 * their container's body, in the order in which they stand. Later nodes never change an earlier one's place, so a plan
 * can be placed while it is written.
 */
export function placeNodes({ nodes, phases }: Pick<Graph, "nodes" | "phases">, known: Positions): Positions {
  const floor = new Floor(phases.map(({ id }) => id));
  const [placed, free] = [nodes.filter(({ id }) => known[id] !== undefined), nodes.filter(({ id }) => known[id] === undefined)];
  for (const node of [...placed, ...free]) floor.put(node, known[node.id] ?? floor.placeFor(node));
  return floor.places;
}

/** What stands where, while one node after the other gets its place. */
class Floor {
  readonly places: Positions = {};
  readonly #phaseIds: readonly string[];
  readonly #nodesById = new Map<string, Node>();
  readonly #childrenById = new Map<string | null, Node[]>();
  readonly #sizes = new Map<string, Size>();

  constructor(phaseIds: readonly string[]) {
    this.#phaseIds = phaseIds;
  }

  put(node: Node, place: { x: number; y: number }): void {
    this.places[node.id] = place;
    this.#nodesById.set(node.id, node);
    this.#childrenOf(node.parent ?? null).push(node);
    for (let around: Node | undefined = node; around !== undefined; around = this.#nodesById.get(around.parent ?? "")) {
      this.#sizes.set(around.id, this.#sizeOf(around));
    }
  }

  placeFor(node: Node): { x: number; y: number } {
    return node.parent === undefined ? this.#endOfLane(node) : this.#endOfBody(node, node.parent);
  }

  #endOfLane(node: Node): { x: number; y: number } {
    const lane = this.#laneOf(node);
    const rectangles = this.#childrenOf(null).map((other) => ({ lane: this.#laneOf(other), ...this.#roomOf(other) }));
    const own = rectangles.filter((other) => other.lane === lane);
    const later = rectangles.filter((other) => other.lane > lane);
    const next = later.toSorted((a, b) => a.x - b.x)[0];
    const limit = next === undefined ? Infinity : next.x - laneGap - (next.lane - lane - 1) * emptyLaneWidth;
    const size = startSize(node);
    const isFree = (place: { x: number; y: number }) => !rectangles.some((other) => overlap({ ...place, ...size }, other));
    const left = own.length > 0 ? Math.min(...own.map(({ x }) => x)) : this.#leftOfLane(lane, rectangles);
    return endOfColumns({ left, top: 0, gap: { x: cardGap, y: cardGap }, bottom: laneHeight, limit, size, own, all: rectangles, isFree });
  }

  /** Right of the lanes before it, with room for those of them that are still empty. */
  #leftOfLane(lane: number, rectangles: readonly (Rectangle & { lane: number })[]): number {
    const before = rectangles.filter((other) => other.lane < lane);
    if (before.length === 0) return lane * emptyLaneWidth;
    const emptyLanes = lane - Math.max(...before.map((other) => other.lane)) - 1;
    return Math.max(...before.map(({ x, width }) => x + width)) + laneGap + emptyLanes * emptyLaneWidth;
  }

  #endOfBody(node: Node, parentId: string): { x: number; y: number } {
    const { side, top, gap } = bodyPadding;
    const own = this.#childrenOf(parentId).map((other) => this.#roomOf(other));
    const size = startSize(node);
    const isFree = (place: { x: number; y: number }) => {
      const taken = { ...place, ...size };
      return !own.some((other) => overlap(taken, other)) && this.#mayGrow(parentId, taken);
    };
    return endOfColumns({ left: side, top, gap: { x: gap, y: gap }, bottom: bodyHeight, limit: Infinity, size, own, all: own, isFree });
  }

  /** Whether a container can grow around a rectangle in its body without covering what stands beside it. */
  #mayGrow(containerId: string, inner: Rectangle): boolean {
    const container = this.#nodesById.get(containerId);
    if (container === undefined) return true;
    const now = this.#roomOf(container);
    const grown = {
      ...now,
      width: Math.max(now.width, inner.x + inner.width + bodyPadding.side),
      height: Math.max(now.height, inner.y + inner.height + bodyPadding.bottom),
    };
    const beside = this.#childrenOf(container.parent ?? null).filter(({ id }) => id !== containerId);
    if (beside.some((other) => overlap(grown, this.#roomOf(other)))) return false;
    return container.parent === undefined || this.#mayGrow(container.parent, grown);
  }

  #laneOf({ phase }: Node): number {
    const index = phase === undefined ? -1 : this.#phaseIds.indexOf(phase);
    return index === -1 ? this.#phaseIds.length : index;
  }

  #childrenOf(parentId: string | null): Node[] {
    const found = this.#childrenById.get(parentId) ?? [];
    this.#childrenById.set(parentId, found);
    return found;
  }

  #sizeOf(node: Node): Size {
    return sizeAround(node, this.#childrenOf(node.id).map((child) => endsOf(this.#rectangleOf(child))));
  }

  #rectangleOf({ id }: Node): Rectangle {
    return { ...(this.places[id] ?? { x: 0, y: 0 }), ...(this.#sizes.get(id) ?? cardSize) };
  }

  /** What is kept free for a node: a container's body may still come. */
  #roomOf(node: Node): Rectangle {
    const rectangle = this.#rectangleOf(node);
    return isContainer(node.kind) ? { ...rectangle, height: Math.max(rectangle.height, reservedHeight) } : rectangle;
  }
}

interface Columns {
  /** Where the first column begins. */
  left: number;
  top: number;
  /** How far down a column goes before the next one is begun. */
  bottom: number;
  /** Where the last column has to end. */
  limit: number;
  gap: { x: number; y: number };
  size: Size;
  /** What stands in these columns already. */
  own: readonly Rectangle[];
  /** Whatever nothing may stand on. */
  all: readonly Rectangle[];
  isFree(place: { x: number; y: number }): boolean;
}

/** Below what stands in the first column that has room; where none has, below everything in the shortest one. */
function endOfColumns({ left, top, bottom, limit, gap, size, own, all, isFree }: Columns): { x: number; y: number } {
  let shortest = { x: left, y: Infinity };
  for (let x = left; x === left || x + size.width <= limit; ) {
    const column = { x, y: top, width: size.width, height: Infinity };
    const y = Math.max(top, ...own.filter((other) => isBeside(column, other)).map((other) => other.y + other.height + gap.y));
    if ((y === top || y + size.height <= bottom) && isFree({ x, y })) return { x, y };
    const free = Math.max(top, ...all.filter((other) => isBeside(column, other)).map((other) => other.y + other.height + gap.y));
    if (free < shortest.y) shortest = { x, y: free };
    // An empty column that isn't free belongs to somebody else, and so does what is right of it.
    if (y === top) break;
    x = Math.max(x + size.width, ...own.filter((other) => isBeside(column, other)).map((other) => other.x + other.width)) + gap.x;
  }
  return shortest;
}

function startSize(node: Node): Size {
  const size = sizeAround(node, []);
  return isContainer(node.kind) ? { ...size, height: reservedHeight } : size;
}

function endsOf({ x, y, width, height }: Rectangle): { right: number; bottom: number } {
  return { right: x + width, bottom: y + height };
}

function isBeside(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width;
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  return isBeside(a, b) && a.y < b.y + b.height && b.y < a.y + a.height;
}
