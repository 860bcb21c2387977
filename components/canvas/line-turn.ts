import { bodyPadding } from "../../core/workflow/node-size.ts";

/** Half of the smallest gap between cards. */
const turnGap = bodyPadding.gap / 2;

/**
 * How far down a line turns that leads back: in the gap beside its receiver, not behind the cards that stand between.
 * @returns null for a line that leads on to the right.
 */
export function turnBetween(source: { x: number; y: number }, target: { x: number; y: number }, heights: { source: number; target: number }): number | null {
  if (target.x >= source.x) return null;
  const top = target.y - heights.target / 2;
  return top >= source.y + heights.source / 2 ? top - turnGap : top + heights.target + turnGap;
}
