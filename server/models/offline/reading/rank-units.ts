import { answerOdds, scoreOf } from "./answer-odds.ts";
import { signReader, type AnswerSigns } from "./answer-signs.ts";
import { detailCheck } from "./asked-detail.ts";
import type { Aspect } from "./aspect.ts";
import { definitionCheck } from "./definition.ts";
import { withNext, withRemedy } from "./follow-up.ts";
import type { FoundUnit, Knowledge } from "./search-knowledge.ts";
import { sectionOf, sectionsOf } from "./section.ts";
import { limitsCheck } from "./told-limits.ts";
import { sectionCheck } from "./told-section.ts";
import { isForMachines, isFragment } from "./unit-form.ts";
import { nearness, none, placesOf, presenceOf } from "./word-places.ts";

export interface RankedUnit {
  unit: FoundUnit;
  /** How much speaks for it as an answer: the logarithm of its odds against the others, up to a constant. */
  score: number;
}

/** A name that stands nearly everywhere tells nothing about where. */
const leastTelling = 1;
/** Where a message stands that the question quotes, the answer is near. */
const besidePhrase = 4;

/** So few, and so near to the best, may as well be the best. */
const [mostAsGood, asGood] = [3, 1] as const;

/** Below them it is more likely that documents don't answer than that they do. */
const leastOdds = 1;
/** An answer that isn't one costs more than a doubt: nine to four. */
const sureOdds = 9 / 4;

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
  if (best === undefined || aspect.asked.some(knowledge.isUnknown)) return { ranked: [], isSure: false };
  const close = found.slice(0, mostAsGood).filter(({ score }) => best.score - score <= asGood);
  const odds = best.isBesidePhrase ? Number.POSITIVE_INFINITY : Math.max(...close.map(({ signs, score }) => answerOdds(signs, score)));
  const telling = odds >= sureOdds ? [] : found.filter(({ isTold }) => isTold);
  const answering = telling.length > 0 ? telling : odds >= leastOdds ? found : [];
  return { ranked: withNext(withRemedy(answering, knowledge.units, aspect), knowledge.units), isSure: odds >= sureOdds || telling.length > 0 };
}

interface NearUnit extends RankedUnit {
  signs: AnswerSigns;
  isBesidePhrase: boolean;
  /** Whether it stands where just what is asked is told: what something is, its limits, or a section of that name. */
  isTold: boolean;
  /** Whether it gives the sort of thing that is asked for, and tells of what is counted, paid for or done. */
  givesAsked: boolean;
}

/** Units nearest to an aspect first, whether or not they answer it. */
export function nearestUnits(knowledge: Knowledge, aspect: Aspect): NearUnit[] {
  const { units, shortForms, rarity } = knowledge;
  const sections = sectionsOf(units);
  const signsOf = signReader(knowledge, aspect);
  const [givesDetail, givesDetailOfClause] = [detailCheck(aspect.text), detailCheck(aspect.clause)];
  const tells = [definitionCheck(aspect), limitsCheck(aspect), sectionCheck(aspect)];
  const telling = aspect.names.filter((name) => rarity(name) >= leastTelling);
  const near = units.flatMap((unit) => {
    if (aspect.title !== null && ![unit.title, ...unit.headings].some((one) => one.toLowerCase().split(/\W+/).includes(aspect.title ?? ""))) return [];
    if (isForMachines(unit.text) || isFragment(unit.text)) return [];
    const section = sections.get(sectionOf(unit));
    if (telling.length > 0 && !telling.some((name) => presenceOf(name, placesOf(unit, section?.stems ?? none, shortForms)) >= nearness.outer)) return [];
    const isBesidePhrase = aspect.phrases.some((phrase) => section?.text.includes(phrase));
    const signs = signsOf(unit);
    const givesAsked = givesDetail(unit) && givesDetailOfClause(unit) && (signs.demanded > 0 || isBesidePhrase);
    const isTold = tells.some((check) => check(unit));
    return [{ unit, signs, isBesidePhrase, isTold, givesAsked, score: scoreOf(signs) + (isBesidePhrase ? besidePhrase : 0) }];
  });
  // Who asks for what a place is there for wants that first.
  return near.toSorted((one, other) => Number(other.isTold) - Number(one.isTold) || other.score - one.score);
}
