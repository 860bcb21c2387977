import type { Graph } from "./graph.ts";
import { bodyPadding, cardSize, sizeAround, type Size } from "./node-size.ts";
import { isContainer, type Node } from "./node.ts";

type Positions = Graph["layout"];

interface Rectangle extends Size {
  x: number;
  y: number;
}

/** Between one card and the one below it, in pixels. */
export const cardGap = 28;
/** Between the cards of one lane and those of the next: room for edges (LOOK.md: 40 to 78 px). */
const laneGap = 52;
const emptyLaneWidth = cardSize.width + laneGap;
/** A column of a lane is as high as eight cards, one of a body as six; what comes after that stands in a further column. */
const laneHeight = 8 * (cardSize.height + cardGap) - cardGap;
const bodyHeight = bodyPadding.top + 6 * (cardSize.height + bodyPadding.gap) - bodyPadding.gap;
/** A container whose body has not begun keeps room for two: what comes next may well be in it. */
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

/** What is kept free for one node: what it is drawn in, and for a container room for a body that may still come. */
interface Room extends Rectangle {
  drawn: Size;
  lane: number;
}

/** What stands where, while one node after the other gets its place. Nothing on it ever goes, or shrinks below what is drawn. */
class Floor {
  readonly places: Positions = {};
  readonly #laneById: ReadonlyMap<string, number>;
  readonly #nodesById = new Map<string, Node>();
  readonly #roomsById = new Map<string, Room>();
  readonly #roomsByParent = new Map<string | null, Room[]>();
  /** By lane or container, then by width and height: in which column the search begins, as those before it are full. */
  readonly #beginnings = new Map<string, Map<string, number>>();

  constructor(phaseIds: readonly string[]) {
    this.#laneById = new Map(phaseIds.map((id, index) => [id, index]));
  }

  put(node: Node, place: { x: number; y: number }): void {
    this.places[node.id] = place;
    this.#nodesById.set(node.id, node);
    // A body may have come before its container.
    const body = this.#roomsIn(node.id);
    const drawn = sizeAround(node, body.map(drawnEnds));
    const room = { ...place, ...roomSize(node, drawn, body.length > 0), drawn, lane: this.#laneOf(node) };
    this.#roomsById.set(node.id, room);
    this.#roomsIn(node.parent ?? null).push(room);
    for (const [size, x] of this.#beginningsIn(node)) if (x > room.x) this.#beginningsIn(node).delete(size);
    this.#growAround(node);
  }

  placeFor(node: Node): { x: number; y: number } {
    const size = roomSize(node, sizeAround(node, []), false);
    const columns = node.parent === undefined ? this.#columnsOfLane(node, size) : this.#columnsOfBody(node.parent, size);
    const beginnings = this.#beginningsIn(node);
    const sizeName = `${size.width} ${size.height}`;
    const place = freeColumn(columns, beginnings.get(sizeName) ?? columns.left);
    if (place === null) return endOfShortest(columns);
    beginnings.set(sizeName, place.x);
    return place;
  }

  #growAround(node: Node): void {
    const container = this.#nodesById.get(node.parent ?? "");
    const [inner, outer] = [this.#roomsById.get(node.id), this.#roomsById.get(container?.id ?? "")];
    if (container === undefined || inner === undefined || outer === undefined) return;
    const { width, height } = sizeAround(container, [drawnEnds(inner)]);
    const drawn = { width: Math.max(width, outer.drawn.width), height: Math.max(height, outer.drawn.height) };
    const room = roomSize(container, drawn, true);
    if (room.width === outer.width && room.height === outer.height) return;
    Object.assign(outer, room, { drawn });
    this.#beginningsIn(container).clear();
    this.#growAround(container);
  }

  #columnsOfLane(node: Node, size: Size): Columns {
    const lane = this.#laneOf(node);
    const all = this.#roomsIn(null);
    const own = all.filter((other) => other.lane === lane);
    let next: Room | undefined;
    for (const other of all) if (other.lane > lane && (next === undefined || other.x < next.x)) next = other;
    const limit = next === undefined ? Infinity : next.x - laneGap - (next.lane - lane - 1) * emptyLaneWidth;
    const left = own.length > 0 ? Math.min(...own.map(({ x }) => x)) : this.#leftOfLane(lane, all);
    const isFree = (place: { x: number; y: number }) => isFreeAmong(all, { ...place, ...size });
    return { left, top: 0, gap: { x: cardGap, y: cardGap }, bottom: laneHeight, limit, size, own, all, isFree };
  }

  /** Right of the lanes before it, with room for those of them that are still empty. */
  #leftOfLane(lane: number, rooms: readonly Room[]): number {
    const before = rooms.filter((other) => other.lane < lane);
    if (before.length === 0) return lane * emptyLaneWidth;
    const emptyLanes = lane - Math.max(...before.map((other) => other.lane)) - 1;
    return Math.max(...before.map(({ x, width }) => x + width)) + laneGap + emptyLanes * emptyLaneWidth;
  }

  #columnsOfBody(parentId: string, size: Size): Columns {
    const { side, top, gap } = bodyPadding;
    const own = this.#roomsIn(parentId);
    const isFree = (place: { x: number; y: number }) => {
      const taken = { ...place, ...size };
      return isFreeAmong(own, taken) && this.#mayGrow(parentId, taken);
    };
    return { left: side, top, gap: { x: gap, y: gap }, bottom: bodyHeight, limit: Infinity, size, own, all: own, isFree };
  }

  /** Whether a container can grow around a rectangle in its body without covering what stands beside it. */
  #mayGrow(containerId: string, inner: Rectangle): boolean {
    const container = this.#nodesById.get(containerId);
    const now = this.#roomsById.get(containerId);
    if (container === undefined || now === undefined) return true;
    const grown = {
      ...now,
      width: Math.max(now.width, inner.x + inner.width + bodyPadding.side),
      height: Math.max(now.height, inner.y + inner.height + bodyPadding.bottom),
    };
    if (this.#roomsIn(container.parent ?? null).some((other) => other !== now && overlap(grown, other))) return false;
    return container.parent === undefined || this.#mayGrow(container.parent, grown);
  }

  #laneOf({ phase }: Node): number {
    return this.#laneById.get(phase ?? "") ?? this.#laneById.size;
  }

  #roomsIn(parentId: string | null): Room[] {
    const found = this.#roomsByParent.get(parentId) ?? [];
    this.#roomsByParent.set(parentId, found);
    return found;
  }

  #beginningsIn(node: Node): Map<string, number> {
    const area = node.parent === undefined ? `lane ${this.#laneOf(node)}` : `body ${node.parent}`;
    const found = this.#beginnings.get(area) ?? new Map<string, number>();
    this.#beginnings.set(area, found);
    return found;
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

/**
 * Below what stands in the first column that has room.
 * @param beginning the column before which none has.
 * @returns null where none has room.
 */
function freeColumn(columns: Columns, beginning: number): { x: number; y: number } | null {
  for (const { x, y } of columnEnds(columns, beginning)) {
    const hasHeight = y === columns.top || y + columns.size.height <= columns.bottom;
    if (hasHeight && columns.isFree({ x, y })) return { x, y };
    // An empty column that isn't free belongs to somebody else, and so does what is right of it.
    if (y === columns.top) return null;
  }
  return null;
}

/** Below everything in the column that ends first. */
function endOfShortest(columns: Columns): { x: number; y: number } {
  const { left, top, gap, size, all } = columns;
  let shortest = { x: left, y: Infinity };
  for (const { x, y } of columnEnds(columns, left)) {
    const column = { x, y: top, width: size.width, height: Infinity };
    const free = endOf(column, all, gap.y);
    if (free < shortest.y) shortest = { x, y: free };
    if (y === top) break;
  }
  return shortest;
}

/** Column by column, as far right as they may stand: where what stands in it ends. */
function* columnEnds({ left, top, gap, limit, size, own }: Columns, beginning: number): Generator<{ x: number; y: number }> {
  for (let x = beginning; x === left || x + size.width <= limit; ) {
    const column = { x, y: top, width: size.width, height: Infinity };
    yield { x, y: endOf(column, own, gap.y) };
    let right = x + size.width;
    for (const other of own) if (isBeside(column, other)) right = Math.max(right, other.x + other.width);
    x = right + gap.x;
  }
}

function endOf(column: Rectangle, rooms: readonly Rectangle[], gap: number): number {
  let end = column.y;
  for (const other of rooms) if (isBeside(column, other)) end = Math.max(end, other.y + other.height + gap);
  return end;
}

function isFreeAmong(rooms: readonly Rectangle[], wanted: Rectangle): boolean {
  return !rooms.some((other) => overlap(wanted, other));
}

function roomSize({ kind }: Node, drawn: Size, hasBody: boolean): Size {
  return isContainer(kind) && !hasBody ? { ...drawn, height: Math.max(drawn.height, reservedHeight) } : drawn;
}

function drawnEnds({ x, y, drawn }: Room): { right: number; bottom: number } {
  return { right: x + drawn.width, bottom: y + drawn.height };
}

function isBeside(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width;
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  return isBeside(a, b) && a.y < b.y + b.height && b.y < a.y + a.height;
}
