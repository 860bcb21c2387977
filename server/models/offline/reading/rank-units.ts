import { alikeStems } from "../question/alike-words.ts";
import { stemsOf } from "../question/stem.ts";
import { focusOf, type Aspect } from "./aspect.ts";
import type { FoundUnit, Knowledge } from "./search-knowledge.ts";

export interface RankedUnit {
  unit: FoundUnit;
  /** How much of what an answer has to hold it holds: 0 to 1. */
  coverage: number;
  score: number;
}

/** Below this, a passage is near the question and not an answer to it. */
const leastCoverage = 0.64;
/** What has to stand in the words themselves, and in them with their heading, whatever the rest of the page is about. */
const leastOwn = 0.12;
const leastOwnWithHeading = 0.42;
/** What answers a part has to be about the question, too. */
const leastAround = 0.2;
/** On a page that is called like the question, less of its words will do. */
const leastOnSuchPage = 0.5;
/** From here on, a page is about the question as a whole: all that it says is near. */
const aboutAll = 0.66;

const nearness = { own: 1, heading: 0.8, title: 0.7, outer: 0.5, before: 0.4, alike: 0.75 } as const;

/** Units that answer an aspect, best first; none where nothing holds enough of it. */
export function rankUnits({ units, rarity, isUnknown }: Knowledge, aspect: Aspect): RankedUnit[] {
  if (aspect.asked.some(isUnknown)) return [];
  const ranked = units.flatMap((unit) => {
    if (aspect.title !== null && ![unit.title, ...unit.headings].some((one) => one.toLowerCase().split(/\W+/).includes(aspect.title ?? ""))) return [];
    const places = placesOf(unit);
    const focus = coverageOf(aspect.focus, places, rarity);
    const own = coverageOf(aspect.focus, { ...nowhere, own: places.own }, rarity);
    const withHeading = coverageOf(aspect.focus, { ...nowhere, own: places.own, heading: places.heading }, rarity);
    const page = coverageOf(aspect.focus, { ...nowhere, own: places.title }, rarity);
    const isPageAbout = page >= aboutAll && aspect.focus.length > 1;
    const around = coverageOf(aspect.around, places, rarity);
    if (aspect.isPart && around < leastAround) return [];
    const least = (aspect.kind === "cause" || aspect.kind === "how-to") && isCalledLike(unit, aspect) ? leastOnSuchPage : leastCoverage;
    if (focus < least || (!isPageAbout && (own < leastOwn || withHeading < leastOwnWithHeading))) return [];
    if (aspect.names.length > 0 && !aspect.names.some((name) => presenceOf(name, places) >= nearness.outer)) return [];
    if (aspect.focus.some((one) => isUnknown(one) && !holdsAlike(one, places.own))) return [];
    const score =
      focus +
      0.4 * own +
      (aspect.isPart ? 0.6 : 0.35) * around +
      0.15 * coverageOf(aspect.hints, places, rarity) +
      0.25 * page +
      subjectBonus(unit, aspect) +
      formBonus(unit, aspect, isPageAbout);
    return [{ unit, coverage: focus, score }];
  });
  return ranked.toSorted((one, other) => other.score - one.score);
}

/** Whether all that a page's title says is asked for. */
function isCalledLike({ title }: FoundUnit, { focus, around }: Aspect): boolean {
  const stems = focusOf(title);
  const asked = new Set([...focus, ...around]);
  return stems.length > 1 && stems.every((one) => asked.has(one) || holdsAlike(one, asked));
}

/** What begins with the subject, or stands first below it, is about it; what mentions it may be about anything. */
function subjectBonus({ text, isFirst, headings, title }: FoundUnit, { focus }: Aspect): number {
  if (focus.length === 0) return 0;
  const holdsAll = (words: string) => {
    const stems = new Set(stemsOf(words));
    return focus.every((one) => stems.has(one)) && stems.size <= focus.length + 2;
  };
  const begins = new Set(stemsOf(text.split(" ").slice(0, focus.length + 2).join(" ")));
  const isSubject = focus.every((one) => begins.has(one));
  const isHeading = holdsAll(headings.at(-1) ?? "") || holdsAll(title);
  return (isSubject ? 0.15 : 0) + (isHeading ? 0.1 : 0) + (isHeading && isFirst ? 0.2 : 0);
}

interface Places {
  own: ReadonlySet<string>;
  heading: ReadonlySet<string>;
  title: ReadonlySet<string>;
  outer: ReadonlySet<string>;
  before: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();
const nowhere: Places = { own: none, heading: none, title: none, outer: none, before: none };

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

const wayOut = /\b(?:solutions?|fix|workarounds?|resolution|how to|steps?)\b/i;
const pointer = /^(?:see|learn|read|for more|refer|next,? |check out|view|visit|here(?:'s| is| are))\b|\bsee (?:the|our|also|\w+ \w+ for)\b|\b(?:learn|read) more\b|\bfor more (?:information|details)\b|, see\b|\bcheck out\b|\byou(?:'re| are) (?:viewing|reading)\b/i;

/** What a sentence's form says for or against it, as an answer to a question of a kind. */
function formBonus({ text, kind, code, isFirst, headings, title }: FoundUnit, { kind: asked, asksQuantity }: Aspect, isPageAbout: boolean): number {
  let bonus = 0;
  if (cues[asked]?.test(text) === true) bonus += 0.14;
  if (asked === "how-to") bonus += (imperative.test(text) ? 0.12 : 0) + (code === null ? 0 : 0.12);
  if ((asked === "cause" || asked === "how-to") && isPageAbout && wayOut.test(headings.at(-1) ?? "")) bonus += 0.3;
  if (asksQuantity) bonus += /\d/.test(text) ? 0.25 : -0.1;
  if (asked === "open" && isFirst) bonus += 0.1;
  if (isFirst && headings.length <= 1) bonus += 0.08;
  if (text.endsWith("?")) bonus -= 0.3;
  if (pointer.test(text)) bonus -= 0.5;
  if (text.endsWith(":") && code === null) bonus -= 0.5;
  if (/^<|\/>$/.test(text)) bonus -= 1;
  const words = text.split(" ").length;
  if (words < 5 && kind !== "property") bonus -= 0.25;
  if (words > 90) bonus -= 0.15;
  if (/^(?:this|it|these|they|that|here|in this)\b/i.test(text)) bonus -= 0.08;
  if (/\bmigrat|\bchangelog|\bversion history/i.test(`${title} ${headings.join(" ")}`) && asked !== "change") bonus -= 0.25;
  return bonus;
}
