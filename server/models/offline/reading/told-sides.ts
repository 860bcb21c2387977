import { readShape } from "../question/shape.ts";
import { stemsOf } from "../question/stem.ts";
import { focusOf, type Aspect } from "./aspect.ts";
import type { Knowledge } from "./search-knowledge.ts";
import { holdsAlike } from "./word-places.ts";

/** From this rarity on a word says which side is meant. */
const telling = 2;

/**
 * Whether documents can hold the sides of a comparison against each other: one sentence speaks of two of them, or each
 * is what some section or page is about. What is only mentioned can't be compared. True of what compares nothing.
 */
export function tellsOfSides({ units, rarity }: Pick<Knowledge, "units" | "rarity">, { clause }: Pick<Aspect, "clause">): boolean {
  const shape = readShape(clause);
  if (shape.kind !== "comparison") return true;
  const sides = shape.sides.map((side) => {
    const stems = focusOf(side);
    const own = stems.filter((one) => rarity(one) > telling);
    return own.length > 0 ? own : stems;
  });
  const holds = (text: string) => {
    const held = new Set(stemsOf(text));
    return (side: readonly string[]) => side.every((one) => held.has(one) || holdsAlike(one, held));
  };
  if (units.some(({ text }) => sides.filter(holds(text)).length > 1)) return true;
  const heads = [...new Set(units.map(({ title, headings }) => [title, ...headings].join(" ")))].map(holds);
  return sides.every((side) => heads.some((head) => head(side)));
}
