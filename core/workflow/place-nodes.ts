import type { Graph } from "./graph.ts";
import { isContainer, type Node } from "./node.ts";

/** A card's size on the canvas, in pixels: fixed, so that no layout has to measure first. */
export const cardSize = { width: 172, height: 84 };

/** What a container draws around the cards of its body. */
export const bodyPadding = { side: 12, top: 36, bottom: 32, gap: 12 };

/** Lanes stand this far apart, from left edge to left edge. */
const laneWidth = 276;
const cardGap = 28;
/** A container keeps room for a body that is still being written. */
const reservedCards = 2;
/** Cards without a phase go on in a further column after so many. */
const cardsPerColumn = 6;

type Positions = Graph["layout"];

/**
 * Gives every node a place: those that have one keep it, the others take the free place at the end of their lane, in the
 * order in which they stand. Later nodes never change an earlier one's place, so a plan can be placed while it is written.
 */
export function placeNodes({ nodes, phases }: Pick<Graph, "nodes" | "phases">, known: Positions): Positions {
  const placed: Positions = {};
  const earlier: Node[] = [];
  const bodySizes = new Map<string, number>();
  let withoutPhase = 0;
  for (const node of nodes) {
    const inBody = node.parent === undefined ? 0 : (bodySizes.get(node.parent) ?? 0);
    if (node.parent !== undefined) bodySizes.set(node.parent, inBody + 1);
    const phase = phases.findIndex(({ id }) => id === node.phase);
    const column = phase === -1 ? phases.length + Math.floor(withoutPhase / cardsPerColumn) : phase;
    if (node.parent === undefined && phase === -1) withoutPhase += 1;
    placed[node.id] = known[node.id] ?? (node.parent === undefined ? atEndOfLane(column, earlier, placed, bodySizes) : inContainer(inBody));
    earlier.push(node);
  }
  return placed;
}

/** How large a node is drawn. @param bodySize how many cards its body has. */
export function sizeOf(node: Node, bodySize: number): { width: number; height: number } {
  if (!isContainer(node.kind)) return cardSize;
  return { width: cardSize.width + 2 * bodyPadding.side, height: bodyHeight(Math.max(1, bodySize)) };
}

function bodyHeight(cards: number): number {
  return bodyPadding.top + cards * (cardSize.height + bodyPadding.gap) - bodyPadding.gap + bodyPadding.bottom;
}

function inContainer(index: number): { x: number; y: number } {
  return { x: bodyPadding.side, y: bodyPadding.top + index * (cardSize.height + bodyPadding.gap) };
}

function atEndOfLane(column: number, earlier: readonly Node[], placed: Positions, bodySizes: ReadonlyMap<string, number>): { x: number; y: number } {
  const left = column * laneWidth;
  let y = 0;
  for (const node of earlier) {
    const position = placed[node.id];
    if (node.parent !== undefined || position === undefined) continue;
    if (position.x + cardSize.width <= left || position.x >= left + laneWidth) continue;
    const cards = Math.max(reservedCards, bodySizes.get(node.id) ?? 0);
    const height = isContainer(node.kind) ? bodyHeight(cards) : cardSize.height;
    y = Math.max(y, position.y + height + cardGap);
  }
  return { x: left, y };
}
