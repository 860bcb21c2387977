import { specificity } from "../question/specificity.ts";
import { stemsOf } from "../question/stem.ts";
import { focusOf, type Aspect } from "./aspect.ts";
import { formCount } from "./asked-form.ts";
import { rare, type FoundUnit, type Knowledge } from "./search-knowledge.ts";
import { sectionOf, sectionsOf } from "./section.ts";
import { formBonus } from "./unit-form.ts";
import { coverageOf, holdsAlike, none, placesOf, presenceOf } from "./word-places.ts";

/** What speaks for a unit as an answer. Shares are of the words asked for, by their weight, 0 to 1. */
export interface AnswerSigns {
  /** Share in the unit itself. */
  own: number;
  /** Share in it or in the sentences right before and behind it. */
  near: number;
  /** Share under the same heading. */
  section: number;
  /** Share in it, its heading and its page's title. */
  headed: number;
  /** Share anywhere around it, in these or other words for the same. */
  told: number;
  /** Share, those that stand farther away counting less. */
  presence: number;
  /** Share of the words of the whole question, likewise. */
  around: number;
  /** Share of the instructions' words, likewise. */
  hinted: number;
  /** Which share of its own words is asked for. */
  precision: number;
  titlePrecision: number;
  headingPrecision: number;
  /** How high searches ranked its passage, 0 for one that was read on the way. */
  rank: number;
  /** How much its form is that of an answer. */
  form: number;
  /** How near what is counted, paid for or done stands; 1 where nothing is. */
  demanded: number;
  /** How many words ask for it. */
  words: number;
  /** How much those weigh that say what is asked about. */
  weight: number;
  /** How many of them that are rare stand nowhere around. */
  missing: number;
  /** Of names written as in code, the share that stands in it, half for those above it; -1 where none does, 0 where none is asked about. */
  named: number;
  /** In how many of the ways of asking it looks like an answer. */
  forms: number;
}

/** Words that say less stand in any sentence. */
const leastSaying = 0.3;
/** More words than this only tell how it came to be asked. */
const mostWords = 12;

/** Reads what speaks for units as answers to an aspect. */
export function signReader({ units, shortForms, rarity, rankOf }: Knowledge, aspect: Aspect): (unit: FoundUnit) => AnswerSigns {
  const { focus, around, hints, demanded } = aspect;
  const sections = sectionsOf(units);
  const formsOf = formCount(aspect.text);
  const namedIn = nameShare(aspect.text);
  const tellsVersion = versionCheck(aspect.text);
  const neighbours = neighboursOf(units);
  const asked = new Set([...focus, ...around]);
  const all = focus.reduce((sum, one) => sum + rarity(one), 0);
  const share = (isHeld: (one: string) => boolean) => (all === 0 ? 0 : focus.reduce((sum, one) => sum + (isHeld(one) ? rarity(one) : 0), 0) / all);
  const shareAsked = (stems: readonly string[]) => (stems.length === 0 ? 0 : stems.filter((one) => asked.has(one)).length / stems.length);
  return (unit) => {
    const places = placesOf(unit, sections.get(sectionOf(unit))?.stems ?? none, shortForms);
    const { own, heading, title, outer, near } = places;
    const beside = neighbours.get(unit) ?? none;
    const isTold = (one: string) => own.has(one) || heading.has(one) || title.has(one) || outer.has(one) || near.has(one) || beside.has(one) || [own, heading, title, near].some((stems) => holdsAlike(one, stems));
    return {
      own: share((one) => own.has(one)),
      near: share((one) => own.has(one) || beside.has(one)),
      section: share((one) => own.has(one) || near.has(one) || heading.has(one)),
      headed: share((one) => own.has(one) || heading.has(one) || title.has(one)),
      told: share(isTold),
      presence: coverageOf(focus, places, rarity),
      around: coverageOf(around, places, rarity),
      hinted: coverageOf(hints, places, rarity),
      precision: shareAsked([...own].filter((one) => specificity(one) > leastSaying)),
      titlePrecision: shareAsked(focusOf(unit.title)),
      headingPrecision: shareAsked(focusOf(unit.headings.at(-1) ?? "")),
      rank: rankOf(unit),
      form: formBonus(unit, aspect),
      demanded: demanded === null || tellsVersion(unit.text) ? 1 : presenceOf(demanded, places),
      words: Math.min(mostWords, aspect.askedWords),
      weight: all,
      missing: focus.filter((one) => rarity(one) > rare && presenceOf(one, places) === 0).length,
      named: namedIn(unit),
      forms: formsOf(unit),
    };
  };
}

const versionAsked = /\b(?:[Ww]hich|[Ww]hat)\s+(\p{Lu}[\p{L}\p{N}]+)\s+versions?\b/u;

/** Who asks which version of something is told "since Lamp 3.1", without the word. */
function versionCheck(question: string): (text: string) => boolean {
  const name = versionAsked.exec(question)?.[1];
  const version = name === undefined ? null : new RegExp(String.raw`(?<![\p{L}\p{N}])${name} v?\d`, "iu");
  return (text) => version?.test(text) === true;
}

/** `maxAge`, `max_age`, `Max-Age`. */
const codeName = /[\p{L}\p{N}_]*(?:\p{Ll}\p{Lu}|_)[\p{L}\p{N}_]*|\p{Lu}[\p{L}\p{N}]*(?:-\p{Lu}[\p{L}\p{N}]*)+/gu;
const above = 0.5;

/** Names that are written as in code are the same wherever they stand, letter for letter. */
function nameShare(question: string): (unit: FoundUnit) => number {
  const names = (question.match(codeName) ?? []).map((name) => name.toLowerCase());
  return ({ text, title, headings }) => {
    if (names.length === 0) return 0;
    const [own, outer] = [text.toLowerCase(), `${title} ${headings.join(" ")}`.toLowerCase()];
    const held = names.reduce((sum, name) => sum + (own.includes(name) ? 1 : outer.includes(name) ? above : 0), 0);
    return held === 0 ? -1 : held / names.length;
  };
}

/** Stems of the sentences right before and behind each unit under the same heading. */
function neighboursOf(units: readonly FoundUnit[]): ReadonlyMap<FoundUnit, ReadonlySet<string>> {
  const found = new Map<FoundUnit, ReadonlySet<string>>();
  for (const together of Map.groupBy(units, sectionOf).values()) {
    const ordered = together.toSorted((one, other) => one.start - other.start);
    for (const [index, unit] of ordered.entries()) found.set(unit, new Set(stemsOf(`${unit.before} ${ordered[index - 1]?.text ?? ""} ${ordered[index + 1]?.text ?? ""}`)));
  }
  return found;
}
