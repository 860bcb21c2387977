import { stemsOf } from "../question/stem.ts";

/** What a text states, as far as words tell. */
export interface Statement {
  stems: ReadonlySet<string>;
  /** What makes two like sentences say different things: their numbers, and whether they deny. */
  signs: string;
}

const alikeShare = 0.7;

export function statementOf(text: string): Statement {
  const numbers = text.match(/\d+(?:[.,]\d+)*/g) ?? [];
  const denials = text.match(/\b(?:not|no|never|cannot|without|[a-z]+n't)\b/gi) ?? [];
  return { stems: new Set(stemsOf(text)), signs: `${[...new Set(numbers)].toSorted().join(" ")}|${denials.length % 2}` };
}

/** Whether two statements say nearly the same: most words of the shorter are in the other, and nothing differs in a number or a negation. */
export function isSameStatement(one: Statement, other: Statement): boolean {
  if (one.signs !== other.signs) return false;
  const [short, long] = one.stems.size < other.stems.size ? [one.stems, other.stems] : [other.stems, one.stems];
  let shared = 0;
  for (const stem of short) if (long.has(stem)) shared += 1;
  return shared / Math.max(1, short.size) >= alikeShare && shared / Math.max(1, long.size) >= alikeShare * 0.7;
}
