import { stemsOf } from "../question/stem.ts";
import { answerOdds, partOdds, scoreOf } from "./answer-odds.ts";
import { signReader, type AnswerSigns } from "./answer-signs.ts";
import { detailCheck } from "./asked-detail.ts";
import type { Aspect } from "./aspect.ts";
import { definitionCheck } from "./definition.ts";
import { withNext, withPointed, withRemedy } from "./follow-up.ts";
import { homePages } from "./home-pages.ts";
import type { FoundUnit, Knowledge } from "./search-knowledge.ts";
import { sectionOf, sectionsOf } from "./section.ts";
import { limitsCheck } from "./told-limits.ts";
import { namedCheck } from "./told-of-name.ts";
import { contrastCheck, tellsOfSides } from "./told-sides.ts";
import { sectionCheck } from "./told-section.ts";
import { troubleCheck } from "./told-trouble.ts";
import { isForMachines, isFragment } from "./unit-form.ts";
import { nearness, none, placesOf, presenceOf } from "./word-places.ts";

export interface RankedUnit {
  unit: FoundUnit;
  /** How much speaks for it as an answer: the logarithm of its odds against the others, up to a constant. */
  score: number;
  /** Whether it stands where just what is asked is told: what something is, its limits, a section of that name, the way out of a trouble. */
  isTold?: boolean;
  /** Whether it answers on its own, though it stands on another page than the one that is named after the question. */
  isElsewhere?: boolean;
}

/** A name that stands nearly everywhere tells nothing about where. */
const leastTelling = 1;
/** Where a message stands that the question quotes, the answer is near. */
const besidePhrase = 4;
/** The parts of an answer stand on the pages named after the question. */
const atHome = 4;
/** What a word counts that is in the title of such a page: it stands in every line of it. */
const saidAnyway = 0.5;

/** So few, and so near to the best, may as well be the best. */
const [mostAsGood, asGood] = [3, 1] as const;

/** Below them it is more likely that documents don't answer than that they do. */
const leastOdds = 1;
/** An answer that isn't one costs more than a doubt: nine to four. */
const sureOdds = 9 / 4;
/** Where a telling word of the question stands nowhere around, something else may be told: no odds are enough. */
const neverSure = Number.POSITIVE_INFINITY;
/** Of a part, whose few words stand in much. */
const surePartOdds = 4;

/** What may answer an aspect. */
interface Answering {
  /** Best first; empty where it is more likely that the documents don't answer. */
  ranked: RankedUnit[];
  /** Whether it is likely enough to be called an answer. */
  isSure: boolean;
}

export function rankUnits(knowledge: Knowledge, aspect: Aspect): Answering {
  const found = nearestUnits(knowledge, aspect).filter(({ givesAsked }) => givesAsked);
  const [best] = found;
  if (best === undefined || aspect.asked.some(knowledge.isUnknown) || !aspect.compounds.every(knowledge.holds)) return { ranked: [], isSure: false };
  const close = found.slice(0, mostAsGood).filter(({ score }) => best.score - score <= asGood);
  const chances = best.isBesidePhrase ? [certain] : close.map((one) => chanceOf(one, aspect));
  const isSure = chances.some(isAnswer) && tellsOfSides(knowledge, aspect);
  const telling = isSure ? [] : found.filter(({ isTold }) => isTold);
  const told = telling.length > 0 ? telling : chances.some(({ odds }) => odds >= leastOdds) ? found : [];
  const answering = told.map((one) => ({ ...one, isElsewhere: best.isAtHome && !one.isAtHome && isAnswer(chanceOf(one, aspect)) }));
  return { ranked: withNext(withPointed(withRemedy(answering, knowledge.units, aspect), knowledge.units), knowledge.units), isSure: isSure || telling.length > 0 };
}

interface Chance {
  odds: number;
  /** From which odds on it is an answer. */
  sure: number;
}

function isAnswer({ odds, sure }: Chance): boolean {
  return odds >= sure;
}

const certain: Chance = { odds: Number.POSITIVE_INFINITY, sure: sureOdds };

/** How likely a unit answers: a part of a question is told in few of its words where the page is about the question. */
function chanceOf({ signs, score, isAtHome }: NearUnit, { isItem }: Aspect): Chance {
  if (isAtHome && !isItem) return { odds: partOdds(signs), sure: surePartOdds };
  return { odds: answerOdds(signs, score - (isAtHome ? atHome : 0)), sure: signs.missing > 0 ? neverSure : sureOdds };
}

interface NearUnit extends RankedUnit {
  signs: AnswerSigns;
  isBesidePhrase: boolean;
  /** Whether it stands on a page named after the question of which this is a part. */
  isAtHome: boolean;
  isTold: boolean;
  /** Whether it gives the sort of thing that is asked for, and tells of what is counted, paid for or done. */
  givesAsked: boolean;
}

/** Units nearest to an aspect first, whether or not they answer it. */
export function nearestUnits(knowledge: Knowledge, aspect: Aspect): NearUnit[] {
  const { units, shortForms, rarity } = knowledge;
  const sections = sectionsOf(units);
  const homes = homePages(knowledge, aspect.subject);
  const titles = new Set(units.filter(({ sourceId }) => homes.includes(sourceId)).flatMap(({ title }) => stemsOf(title)));
  const signsOf = signReader({ ...knowledge, rarity: (one) => rarity(one) * (titles.has(one) ? saidAnyway : 1) }, aspect);
  const [givesDetail, givesDetailOfClause] = [detailCheck(aspect.text), detailCheck(aspect.clause)];
  const tells = [definitionCheck(aspect), contrastCheck(knowledge, aspect), limitsCheck(aspect), sectionCheck(aspect), troubleCheck(aspect), namedCheck(aspect)];
  const telling = aspect.names.filter((name) => rarity(name) >= leastTelling);
  const near = units.flatMap((unit) => {
    if (aspect.title !== null && ![unit.title, ...unit.headings].some((one) => one.toLowerCase().split(/\W+/).includes(aspect.title ?? ""))) return [];
    if (isForMachines(unit.text) || isFragment(unit.text)) return [];
    const section = sections.get(sectionOf(unit));
    const isAtHome = homes.includes(unit.sourceId);
    if (telling.length > 0 && !isAtHome && !telling.some((name) => presenceOf(name, placesOf(unit, section?.stems ?? none, shortForms)) >= nearness.outer)) return [];
    const isBesidePhrase = aspect.phrases.some((phrase) => section?.text.includes(phrase));
    const signs = signsOf(unit);
    const givesAsked = givesDetail(unit) && givesDetailOfClause(unit) && (signs.demanded > 0 || isBesidePhrase);
    const isTold = tells.some((check) => check(unit));
    return [{ unit, signs, isBesidePhrase, isTold, isAtHome, givesAsked, score: scoreOf(signs) + (isBesidePhrase ? besidePhrase : 0) + (isAtHome ? atHome : 0) }];
  });
  // Who asks for what a place is there for wants that first.
  return near.toSorted((one, other) => Number(other.isTold) - Number(one.isTold) || other.score - one.score);
}
