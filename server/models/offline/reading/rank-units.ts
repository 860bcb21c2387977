import { stemsOf } from "../question/stem.ts";
import type { Aspect } from "./aspect.ts";
import { detailCheck } from "./asked-detail.ts";
import { isCalledLike } from "./called-like.ts";
import { withNext, withRemedy } from "./follow-up.ts";
import type { FoundUnit, Knowledge } from "./search-knowledge.ts";
import { pagesOf, sectionOf, sectionsOf } from "./section.ts";
import { subjectCheck } from "./subject-check.ts";
import { fewestNear } from "./telling-check.ts";
import { formBonus, isForMachines } from "./unit-form.ts";
import { coverageOf, holdsAlike, nearness, none, nowhere, placesOf, presenceOf } from "./word-places.ts";

export interface RankedUnit {
  unit: FoundUnit;
  /** How much of what an answer has to hold it holds: 0 to 1. */
  coverage: number;
  score: number;
}

/** How much of what is asked an answer has to hold, by how many words ask: in a long question many of them only tell how it came to be asked. */
const leastCoverages = [
  { upTo: 4, least: 0.64 },
  { upTo: 6, least: 0.55 },
  { upTo: 8, least: 0.46 },
  { upTo: Number.POSITIVE_INFINITY, least: 0.42 },
] as const;
/** What has to stand in the words themselves, and in them with their heading, whatever the rest of the page is about. */
const leastOwn = 0.1;
const leastOwnWithHeading = 0.65;
/** What answers a part has to be about the rest of the question, too. */
const leastAround = 0.34;
/** A number that is asked for is an answer's best sign. */
const numberEase = 0.78;
/** A part of a question is put in few words: where the rest of the question is talked of, fewer of them will do. */
const [enoughContext, contextEase] = [0.45, 0.88] as const;
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

/** A name that stands nearly everywhere tells nothing about where. */
const leastTelling = 1;
/** From here on, a name said in passing narrows down where to look. */
const leastNarrowing = 4;
/** What is written like code is meant exactly. */
const codeWeight = 1.6;

/** Units that answer an aspect, best first; none where nothing holds enough of it. */
export function rankUnits({ units, shortForms, rarity, isUnknown }: Knowledge, aspect: Aspect): RankedUnit[] {
  if (aspect.asked.some(isUnknown)) return [];
  const least = leastCoverages.find(({ upTo }) => aspect.focus.length <= upTo)?.least ?? 1;
  const hasMore = aspect.focus.filter((one) => !isOfName(one, aspect)).length >= fewestBesideNames;
  const weightOf = (one: string) => rarity(one) * (aspect.verbs.has(one) ? verbWeight : 1) * (aspect.code.has(one) ? codeWeight : hasMore && isOfName(one, aspect) ? nameWeight : 1);
  const sections = sectionsOf(units);
  const pages = aspect.isPart ? pagesOf(units) : new Map<string, ReadonlySet<string>>();
  const isAboutSubject = subjectCheck(aspect, rarity);
  const passing = aspect.passing.filter((one) => rarity(one) >= leastNarrowing);
  const [givesDetail, givesDetailOfClause] = [detailCheck(aspect.text), detailCheck(aspect.clause)];
  const telling = aspect.names.filter((name) => rarity(name) >= leastTelling);
  const rest = aspect.around.filter((one) => !aspect.focus.includes(one));
  const ranked = units.flatMap((unit) => {
    if (aspect.title !== null && ![unit.title, ...unit.headings].some((one) => one.toLowerCase().split(/\W+/).includes(aspect.title ?? ""))) return [];
    if (isForMachines(unit.text)) return [];
    const section = sections.get(sectionOf(unit));
    const context = aspect.isPart && rest.length > 1 ? coverageOf(rest, placesOf(unit, pages.get(unit.sourceId) ?? none, shortForms), rarity) : null;
    if (context !== null && context < leastAround) return [];
    const isInContext = context !== null && context >= enoughContext;
    const places = placesOf(unit, aspect.focus.length < fewestNear && !isInContext ? none : (section?.stems ?? none), shortForms);
    const isBesidePhrase = aspect.phrases.some((phrase) => section?.text.includes(phrase));
    const focus = coverageOf(aspect.focus, places, weightOf);
    const own = coverageOf(aspect.focus, { ...nowhere, own: places.own }, weightOf);
    const withHeading = coverageOf(aspect.focus, { ...nowhere, own: places.own, heading: places.heading, title: places.title }, weightOf);
    const page = coverageOf(aspect.focus, { ...nowhere, own: places.title }, weightOf);
    const isPageAbout = page >= aboutAll && aspect.focus.length > 1;
    const around = coverageOf(aspect.around, places, rarity);
    if (!givesDetail(unit.text) || !givesDetailOfClause(unit.text)) return [];
    if (!isBesidePhrase && !isAboutSubject({ ...places, near: section?.stems ?? none })) return [];
    const isCalled = (aspect.kind === "cause" || aspect.kind === "how-to") && isCalledLike(unit, aspect);
    const needed = isBesidePhrase ? leastBesidePhrase : isCalled ? Math.min(least, leastOnSuchPage) : least * (aspect.asksNumber ? numberEase : 1) * (isInContext ? contextEase : 1);
    if (focus < needed || (!isPageAbout && !isBesidePhrase && (own < leastOwn || withHeading < needed * leastOwnWithHeading))) return [];
    if (telling.length > 0 && !telling.some((name) => presenceOf(name, places) >= nearness.outer)) return [];
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
      (passing.some((one) => places.own.has(one) || places.heading.has(one) || places.title.has(one)) ? 0.4 : 0) +
      subjectBonus(unit, aspect) +
      formBonus(unit, aspect, isPageAbout);
    return [{ unit, coverage: focus, score }];
  });
  return withNext(withRemedy(ranked.toSorted((one, other) => other.score - one.score), units, aspect), units);
}

function isOfName(one: string, { asked }: Aspect): boolean {
  return asked.includes(one) || /^\d/.test(one);
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
