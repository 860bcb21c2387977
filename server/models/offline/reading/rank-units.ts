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

/** How much of what is asked an answer has to hold, by how many words ask: in a long question many of them only tell how it came to be asked. */
const leastCoverages = [
  { upTo: 4, least: 0.64 },
  { upTo: 6, least: 0.57 },
  { upTo: 8, least: 0.5 },
  { upTo: Number.POSITIVE_INFINITY, least: 0.44 },
] as const;
/** What has to stand in the words themselves, and in them with their heading, whatever the rest of the page is about. */
const leastOwn = 0.12;
const leastOwnWithHeading = 0.65;
/** What answers a part has to be about the rest of the question, too. */
const leastAround = 0.34;
/** In a question of fewer words each of them counts, and what stands only near an answer says nothing. */
const fewestNear = 5;
/** A number that is asked for is an answer's best sign. */
const numberEase = 0.78;
/** On a page that is called like the question, less of its words will do. */
const leastOnSuchPage = 0.5;
/** Below a message that the question quotes, too. */
const leastBesidePhrase = 0.1;
/** From here on, a page is about the question as a whole: all that it says is near. */
const aboutAll = 0.66;
/** What is done counts less than what it is done with. */
const verbWeight = 0.5;
/** The product and its version tell where to look; beside enough other words they don't tell what for. */
const nameWeight = 0.6;
const fewestBesideNames = 3;

const nearness = { own: 1, heading: 0.8, title: 0.7, near: 0.6, outer: 0.5, before: 0.4, alike: 0.75 } as const;

/** Units that answer an aspect, best first; none where nothing holds enough of it. */
export function rankUnits({ units, rarity, isUnknown }: Knowledge, aspect: Aspect): RankedUnit[] {
  if (aspect.asked.some(isUnknown)) return [];
  const least = leastCoverages.find(({ upTo }) => aspect.focus.length <= upTo)?.least ?? 1;
  const hasMore = aspect.focus.filter((one) => !isOfName(one, aspect)).length >= fewestBesideNames;
  const weightOf = (one: string) => rarity(one) * (aspect.verbs.has(one) ? verbWeight : 1) * (hasMore && isOfName(one, aspect) ? nameWeight : 1);
  const sections = sectionsOf(units);
  const rest = aspect.around.filter((one) => !aspect.focus.includes(one));
  const ranked = units.flatMap((unit) => {
    if (aspect.title !== null && ![unit.title, ...unit.headings].some((one) => one.toLowerCase().split(/\W+/).includes(aspect.title ?? ""))) return [];
    if (isMarkup.test(unit.text) || isCode(unit.text)) return [];
    const section = sections.get(sectionOf(unit));
    const places = placesOf(unit, aspect.focus.length < fewestNear && !aspect.isPart ? none : (section?.stems ?? none));
    const isBesidePhrase = aspect.phrases.some((phrase) => section?.text.includes(phrase));
    const focus = coverageOf(aspect.focus, places, weightOf);
    const own = coverageOf(aspect.focus, { ...nowhere, own: places.own }, weightOf);
    const withHeading = coverageOf(aspect.focus, { ...nowhere, own: places.own, heading: places.heading }, weightOf);
    const page = coverageOf(aspect.focus, { ...nowhere, own: places.title }, weightOf);
    const isPageAbout = page >= aboutAll && aspect.focus.length > 1;
    const around = coverageOf(aspect.around, places, rarity);
    if (aspect.isPart && rest.length > 1 && coverageOf(rest, places, rarity) < leastAround) return [];
    if (aspect.asksNumber && !holdsNumber(unit.text)) return [];
    const isCalled = (aspect.kind === "cause" || aspect.kind === "how-to") && isCalledLike(unit, aspect);
    const needed = isBesidePhrase ? leastBesidePhrase : isCalled ? Math.min(least, leastOnSuchPage) : least * (aspect.asksNumber ? numberEase : 1);
    if (focus < needed || (!isPageAbout && !isBesidePhrase && (own < leastOwn || withHeading < needed * leastOwnWithHeading))) return [];
    if (aspect.names.length > 0 && !aspect.names.some((name) => presenceOf(name, places) >= nearness.outer)) return [];
    if (aspect.focus.some((one) => isUnknown(one) && !holdsAlike(one, places.own) && !aspect.verbs.has(one))) return [];
    const score =
      focus +
      0.25 * own +
      0.3 * coverageOf(aspect.focus.filter((one) => !places.title.has(one)), { ...nowhere, own: places.own }, weightOf) +
      (aspect.isPart ? 0.6 : 0.35) * around +
      0.15 * coverageOf(aspect.hints, places, rarity) +
      0.25 * page +
      (isBesidePhrase ? 0.3 : 0) +
      (aspect.phrases.some((phrase) => unit.text.toLowerCase().includes(phrase)) ? 0.2 : 0) +
      subjectBonus(unit, aspect) +
      formBonus(unit, aspect, isPageAbout);
    return [{ unit, coverage: focus, score }];
  });
  return withNext(withRemedy(ranked.toSorted((one, other) => other.score - one.score), units, aspect), units);
}

/** "However, you can change this with …": says nothing alone, and what somebody wants to know next. */
const goesOn = /^(?:however|otherwise|instead|alternatively|to (?:change|configure|raise|increase|lower|override|disable|enable|avoid|fix|opt)\b|you can (?:also )?(?:change|configure|raise|increase|override|disable|enable|opt|set)\b)/i;

/** The best answer with the sentence behind it, when that goes on from it. */
function withNext(ranked: readonly RankedUnit[], units: readonly FoundUnit[]): RankedUnit[] {
  const [best, ...rest] = ranked;
  if (best === undefined) return [];
  const place = sectionOf(best.unit);
  const next = units.filter((unit) => sectionOf(unit) === place && unit.start >= best.unit.end).toSorted((one, other) => one.start - other.start)[0];
  if (next === undefined || !goesOn.test(next.text) || next.end - best.unit.end > longestStep) return [...ranked];
  return [best, { unit: next, coverage: best.coverage, score: best.score }, ...rest.filter(({ unit }) => unit !== next)];
}

/** Characters between the end of an answer and the end of what goes on from it. */
const longestStep = 500;

/** Headings below which a document says what helps, and from which part of the best one's score on that is read. */
const wayOut = /^(?:the )?(?:solutions?|fix(?:es)?|workarounds?|resolution|remedy|how to (?:fix|solve|resolve)\b.*|possible ways to fix it)$/i;
const mostRemedies = 5;

/** Where the best answer only tells of a trouble, what its document offers against it follows at once. */
function withRemedy(ranked: readonly RankedUnit[], units: readonly FoundUnit[], { kind }: Aspect): RankedUnit[] {
  const [best] = ranked;
  if (best === undefined || (kind !== "how-to" && kind !== "cause")) return [...ranked];
  const remedies = units
    .filter(({ sourceId, headings, text }) => sourceId === best.unit.sourceId && headings.some((one) => wayOut.test(one)) && !pointer.test(text))
    .toSorted((one, other) => one.start - other.start)
    .slice(0, mostRemedies);
  if (remedies.length === 0 || remedies.includes(best.unit)) return [...ranked];
  const added = remedies.map((unit, index) => ({ unit, coverage: best.coverage, score: best.score * (0.99 - 0.01 * index) }));
  return [best, ...added, ...ranked.slice(1).filter(({ unit }) => !remedies.includes(unit))];
}

function isOfName(one: string, { asked }: Aspect): boolean {
  return asked.includes(one) || /^\d/.test(one);
}

/** A number that is no part of a name: "3 routes", not "version 3". */
const amount = /\d+(?:[.,]\d+)*/g;
const label = /(?:\b(?!(?:The|Up|At|Only|Default|Maximum|Minimum|Exactly|About|All|Every|After|Within|Between)\b)\p{Lu}[\p{L}.]*|\b(?:step|chapter|v))[ -]$|[\p{L}_#./-]$|\bversions?\b[^.,;]{0,20}$/u;
const wordedAmount = /\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|twice|unlimited|no (?:maximum|limit))\b/i;

function holdsNumber(text: string): boolean {
  return wordedAmount.test(text) || [...text.matchAll(amount)].some(({ index }) => !label.test(text.slice(Math.max(0, index - 24), index)));
}

interface Section {
  stems: ReadonlySet<string>;
  /** Lower-case. */
  text: string;
}

/** What stands under the same heading has the same. */
export function sectionOf({ sourceId, headings }: FoundUnit): string {
  return `${sourceId} ${headings.join(" › ")}`;
}

/** What stands under the same heading. */
function sectionsOf(units: readonly FoundUnit[]): ReadonlyMap<string, Section> {
  const sections = new Map<string, Section>();
  for (const [key, together] of Map.groupBy(units, sectionOf)) {
    const text = together.map((unit) => unit.text).join(" ");
    sections.set(key, { stems: new Set(stemsOf(text)), text: text.toLowerCase() });
  }
  return sections;
}

/** Whether all that a page's title says is asked for. */
export function isCalledLike({ title }: FoundUnit, { focus, around }: Aspect): boolean {
  const stems = focusOf(title.replace(/^how to\b/i, ""));
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
  near: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();
const nowhere: Places = { own: none, heading: none, title: none, outer: none, before: none, near: none };

function placesOf({ text, headings, title, before }: FoundUnit, near: ReadonlySet<string>): Places {
  return {
    own: new Set(stemsOf(text)),
    heading: new Set(stemsOf(headings.at(-1) ?? "")),
    title: new Set(stemsOf(title)),
    outer: new Set(stemsOf(headings.slice(0, -1).join(" "))),
    before: new Set(stemsOf(before)),
    near,
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

function presenceOf(one: string, { own, heading, title, outer, before, near }: Places): number {
  if (own.has(one)) return nearness.own;
  const direct = heading.has(one) ? nearness.heading : title.has(one) ? nearness.title : near.has(one) ? nearness.near : outer.has(one) ? nearness.outer : before.has(one) ? nearness.before : 0;
  const alike = holdsAlike(one, own) ? nearness.alike : holdsAlike(one, heading) || holdsAlike(one, title) ? nearness.alike * nearness.heading : holdsAlike(one, near) ? nearness.alike * nearness.near : 0;
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

const isMarkup = /^<|\/>$/;
const filePath = /[\w.-]+\/[\w./-]+\.\w+/g;
const codeSign = /=>|[{}]|\b(?:const|let|await|return|import|export|async)\b|\/\/|\(\)/g;
/** From this many signs of code on, and this share of all words, a text is code whose fence stands elsewhere. */
const [fewestCodeSigns, codeShare] = [4, 0.15] as const;

function isCode(text: string): boolean {
  const signs = text.match(codeSign)?.length ?? 0;
  return signs >= fewestCodeSigns && signs / text.split(" ").length > codeShare;
}

/** Says that there is something to say. */
const vague = /\bthere (?:are|is) (?:a few|a number of|additional|certain|different|many|multiple|other|several|some|various)\b/i;
const pointer = /^(?:see|learn|read|for more|refer|next,? |check out|view|visit|here(?:'s| is| are))\b|\bsee (?:the|our|also|\w+ \w+ for)\b|\b(?:learn|read) more\b|\bfor more (?:information|details)\b|, see\b|\bcheck out\b|\byou(?:'re| are) (?:viewing|reading)\b/i;

/** What a sentence's form says for or against it, as an answer to a question of a kind. */
function formBonus({ text, kind, code, isFirst, headings, title }: FoundUnit, { kind: asked, asksQuantity }: Aspect, isPageAbout: boolean): number {
  let bonus = 0;
  if (cues[asked]?.test(text) === true) bonus += 0.14;
  if (asked === "how-to") bonus += (imperative.test(text) ? 0.12 : 0) + (code === null ? 0 : 0.12);
  if ((asked === "cause" || asked === "how-to") && isPageAbout && /\b(?:solutions?|fix|workarounds?|resolution|how to|steps?)\b/i.test(headings.at(-1) ?? "")) bonus += 0.3;
  if (asksQuantity) bonus += /\d/.test(text) ? 0.25 : -0.1;
  if (asked === "open" && isFirst) bonus += 0.1;
  if (isFirst && headings.length <= 1) bonus += 0.08;
  if (text.endsWith("?")) bonus -= 0.3;
  if (pointer.test(text)) bonus -= 0.5;
  if (vague.test(text) && !text.includes(":")) bonus -= 0.35;
  if (text.endsWith(":")) bonus -= code === null ? 0.5 : asked === "how-to" ? 0 : 0.15;
  if ((text.match(filePath) ?? []).length > 1) bonus -= 0.3;
  const words = text.split(" ").length;
  if (words < 5 && kind !== "property") bonus -= 0.25;
  if (words > 60) bonus -= words > 90 ? 0.15 : 0.05;
  if (text.includes("[ ]")) bonus -= 0.4;
  if (/^(?:this|it|these|they|that|here|in this)\b/i.test(text)) bonus -= 0.08;
  if (/\bmigrat|\bchangelog|\bversion history/i.test(`${title} ${headings.join(" ")}`) && asked !== "change") bonus -= 0.25;
  return bonus;
}
