import { alikeStems } from "../question/alike-words.ts";
import { stemsOf } from "../question/stem.ts";
import type { Aspect } from "./aspect.ts";
import type { FoundUnit, Knowledge } from "./search-knowledge.ts";

export interface RankedUnit {
  unit: FoundUnit;
  /** How much of what an answer has to hold it holds: 0 to 1. */
  coverage: number;
  score: number;
}

/** Below this, a passage is near the question and not an answer to it. */
const leastCoverage = 0.62;
const leastOwn = 0.3;

const nearness = { own: 1, heading: 0.8, title: 0.7, outer: 0.5, before: 0.4, alike: 0.75 } as const;

/** Units that answer an aspect, best first; none where nothing holds enough of it. */
export function rankUnits({ units, rarity, isUnknown }: Knowledge, aspect: Aspect): RankedUnit[] {
  const weightOf = (one: string) => rarity(one);
  const ranked = units.flatMap((unit) => {
    const places = placesOf(unit);
    const focus = coverageOf(aspect.focus, places, weightOf);
    const own = coverageOf(aspect.focus, { ...places, heading: none, title: none, outer: none, before: none }, weightOf);
    if (focus < leastCoverage || own < leastOwn) return [];
    if (aspect.focus.some((one) => isUnknown(one) && !holdsAlike(one, places.own))) return [];
    const score =
      focus + 0.4 * own + 0.35 * coverageOf(aspect.around, places, weightOf) + 0.15 * coverageOf(aspect.hints, places, weightOf) + formBonus(unit, aspect.kind);
    return [{ unit, coverage: focus, score }];
  });
  return ranked.toSorted((one, other) => other.score - one.score);
}

interface Places {
  own: ReadonlySet<string>;
  heading: ReadonlySet<string>;
  title: ReadonlySet<string>;
  outer: ReadonlySet<string>;
  before: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

function placesOf({ text, headings, title, before }: FoundUnit): Places {
  return {
    own: new Set(stemsOf(text)),
    heading: new Set(stemsOf(headings.at(-1) ?? "")),
    title: new Set(stemsOf(title)),
    outer: new Set(stemsOf(headings.slice(0, -1).join(" "))),
    before: new Set(stemsOf(before)),
  };
}

function coverageOf(stems: readonly string[], places: Places, weightOf: (stem: string) => number): number {
  let [held, all] = [0, 0];
  for (const one of stems) {
    const weight = weightOf(one);
    all += weight;
    held += weight * presenceOf(one, places);
  }
  return all === 0 ? 0 : held / all;
}

function presenceOf(one: string, { own, heading, title, outer, before }: Places): number {
  if (own.has(one)) return nearness.own;
  const direct = heading.has(one) ? nearness.heading : title.has(one) ? nearness.title : outer.has(one) ? nearness.outer : before.has(one) ? nearness.before : 0;
  const alike = holdsAlike(one, own) ? nearness.alike : holdsAlike(one, heading) || holdsAlike(one, title) ? nearness.alike * nearness.heading : 0;
  return Math.max(direct, alike);
}

function holdsAlike(one: string, stems: ReadonlySet<string>): boolean {
  for (const other of alikeStems(one)) if (stems.has(other)) return true;
  return false;
}

const imperative = /^(?:to \w+|you can|use|set|add|create|import|call|pass|run|install|wrap|export|configure|enable|define|provide|start|open|update|replace|remove|move|make|return|check|ensure)\b/i;
const cues: Partial<Record<Aspect["kind"], RegExp>> = {
  limits: /\d|\b(?:limit|max|minimum|up to|at most|not support|unsupported|only|cannot|can't|must)\b/i,
  cause: /\b(?:because|since|due to|so that|therefore|cause[sd]?|reason|happens when|this is|as a result)\b/i,
  change: /\b(?:renamed?|replaced?|deprecat|removed?|instead|no longer|now|migrat|changed?|previously|upgrad|codemod|breaking)/i,
  comparison: /\b(?:whereas|unlike|while|difference|instead|compared|both|rather than|but|in contrast|however)\b/i,
  dispute: /\b(?:not|only|can|cannot|can't|doesn't|does not|supports?|unsupported|must|required)\b/i,
};

/** What a sentence's form says for or against it, as an answer to a question of a kind. */
function formBonus({ text, kind, code, isFirst, headings, title }: FoundUnit, asked: Aspect["kind"]): number {
  let bonus = 0;
  if (cues[asked]?.test(text) === true) bonus += 0.14;
  if (asked === "how-to") bonus += (imperative.test(text) ? 0.12 : 0) + (code === null ? 0 : 0.12);
  if (asked === "open" && isFirst) bonus += 0.1;
  if (isFirst && headings.length <= 1) bonus += 0.08;
  if (text.endsWith("?")) bonus -= 0.3;
  if (/^(?:see|learn|read|for more|refer|next|check out|view)\b|\bsee (?:the|our|also)\b|\blearn more\b/i.test(text)) bonus -= 0.3;
  if (text.endsWith(":") && code === null) bonus -= 0.2;
  const words = text.split(" ").length;
  if (words < 5 && kind !== "property") bonus -= 0.25;
  if (words > 90) bonus -= 0.15;
  if (/^(?:this|it|these|they|that|here|in this)\b/i.test(text)) bonus -= 0.08;
  if (/\bmigrat|\bchangelog|\bversion history/i.test(`${title} ${headings.join(" ")}`) && asked !== "change") bonus -= 0.12;
  return bonus;
}
