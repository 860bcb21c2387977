import { readShape } from "../question/shape.ts";
import { stemsOf } from "../question/stem.ts";
import { focusOf, type Aspect } from "./aspect.ts";
import { sidesAsked } from "./definition.ts";
import { rare, type FoundUnit, type Knowledge } from "./search-knowledge.ts";
import { holdsAlike } from "./word-places.ts";

/**
 * Whether documents can hold the sides of a comparison against each other: one sentence speaks of two of them, or each
 * is what some section or page is about. What is only mentioned can't be compared. True of what compares nothing.
 */
export function tellsOfSides({ units, rarity }: Pick<Knowledge, "units" | "rarity">, { clause }: Pick<Aspect, "clause">): boolean {
  const shape = readShape(clause);
  if (shape.kind !== "comparison") return true;
  const sides = shape.sides.map((side) => tellingWords(side, rarity));
  if (units.some(({ text }) => sides.filter(holds(text)).length > 1)) return true;
  const heads = [...new Set(units.map(({ title, headings }) => [title, ...headings].join(" ")))].map(holds);
  return sides.every((side) => heads.some((head) => head(side)));
}

const contrast = /\b(?:compared (?:to|with)|(?:by|in) contrast|differs?|differences?|rather than|unlike|versus|whereas)\b/i;
const sentenceEnd = /(?<=[.:;!?])\s+/;

/** Whether a sentence holds one side of a comparison against another. */
export function contrastCheck({ rarity }: Pick<Knowledge, "rarity">, { clause }: Pick<Aspect, "clause">): (unit: Pick<FoundUnit, "text">) => boolean {
  const sides = sidesAsked(clause).map((side) => tellingWords(side, rarity));
  return ({ text }) => text.split(sentenceEnd).some((sentence) => contrast.test(sentence) && sides.filter(holds(sentence)).length > 1);
}

function tellingWords(side: string, rarity: Knowledge["rarity"]): string[] {
  const stems = focusOf(side);
  const own = stems.filter((one) => rarity(one) > rare);
  return own.length > 0 ? own : stems;
}

function holds(text: string): (side: readonly string[]) => boolean {
  const held = new Set(stemsOf(text));
  return (side) => side.every((one) => held.has(one) || holdsAlike(one, held));
}
