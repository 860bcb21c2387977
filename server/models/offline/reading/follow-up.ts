import type { Aspect } from "./aspect.ts";
import { beginnings } from "./guide.ts";
import type { RankedUnit } from "./rank-units.ts";
import type { FoundUnit } from "./search-knowledge.ts";
import { sectionOf } from "./section.ts";
import { pointer } from "./unit-form.ts";

/** "However, you can change this with …": says nothing alone, and what somebody wants to know next. */
const goesOn = /^(?:however|otherwise|instead|alternatively|to (?:change|configure|raise|increase|lower|override|disable|enable|avoid|fix|opt)\b|you can (?:also )?(?:change|configure|raise|increase|override|disable|enable|opt|set)\b)/i;

/** What says that something is no more. */
const gone = /\b(?:deprecated|no longer|obsolete|removed)\b/i;
const inItsPlace = /^(?:please |you (?:can|should) )?(?:use|switch to|migrate to|replace)\b|\binstead\b/i;

/** What leads elsewhere, or says that something is gone, has to stand among so many of the first. */
const mostLeading = 3;

/** The best answer with the sentence behind it, when that goes on from it; of what is gone, too, what is used in its place. */
export function withNext(ranked: readonly RankedUnit[], units: readonly FoundUnit[]): RankedUnit[] {
  const next = new Map(
    ranked.slice(0, mostLeading).flatMap(({ unit }, index) => {
      const place = sectionOf(unit);
      const following = units.filter((one) => sectionOf(one) === place && one.start >= unit.end).toSorted((one, other) => one.start - other.start)[0];
      if (following === undefined || following.end - unit.end > longestStep) return [];
      return (index === 0 && goesOn.test(following.text)) || (gone.test(unit.text) && inItsPlace.test(following.text)) ? [[unit, following] as const] : [];
    }),
  );
  const added = new Set(next.values());
  return ranked.flatMap((one) => {
    const following = next.get(one.unit);
    return [...(added.has(one.unit) ? [] : [one]), ...(following === undefined ? [] : [{ unit: following, score: one.score }])];
  });
}

/** Characters between the end of an answer and the end of what goes on from it. */
const longestStep = 500;

/** Headings below which a document says what helps. */
export const wayOut = /^(?:the )?(?:solutions?|fix(?:es)?|workarounds?|resolution|remedy|how to (?:fix|solve|resolve)\b.*|possible ways to fix it)$/i;
const mostRemedies = 5;

/** Where the best answer only tells of a trouble, what its document offers against it follows at once. */
export function withRemedy(ranked: readonly RankedUnit[], units: readonly FoundUnit[], { kind }: Aspect): RankedUnit[] {
  const [best] = ranked;
  if (best === undefined || (kind !== "how-to" && kind !== "cause")) return [...ranked];
  const remedies = units
    .filter(({ sourceId, headings, text }) => sourceId === best.unit.sourceId && headings.some((one) => wayOut.test(one)) && !pointer.test(text))
    .toSorted((one, other) => one.start - other.start)
    .slice(0, mostRemedies);
  if (remedies.length === 0 || remedies.includes(best.unit)) return [...ranked];
  const added = remedies.map((unit, index) => ({ unit, score: best.score - 0.01 * (index + 1) }));
  return [best, ...added, ...ranked.slice(1).filter(({ unit }) => !remedies.includes(unit))];
}

const link = /\]\(#([^)\s]+)\)/g;

/** Where one of the first leads to a section of its page, how the parts of that section begin stands in its place: there it is told. */
export function withPointed(ranked: readonly RankedUnit[], units: readonly FoundUnit[]): RankedUnit[] {
  for (const [at, { unit, score }] of ranked.slice(0, mostLeading).entries()) {
    const pointed = pointer.test(unit.text) ? pointedBy(unit, units) : [];
    if (pointed.length === 0) continue;
    const added = pointed.map((one, index) => ({ unit: one, score: score - 0.01 * (index + 1) }));
    return [...ranked.slice(0, at), ...added, ...ranked.slice(at + 1).filter((one) => !pointed.includes(one.unit))];
  }
  return [...ranked];
}

function pointedBy({ exact, sourceId }: FoundUnit, units: readonly FoundUnit[]): FoundUnit[] {
  const anchors = [...exact.matchAll(link)].map(([, anchor = ""]) => anchor.toLowerCase());
  return anchors.length === 0 ? [] : beginnings(units.filter((unit) => unit.sourceId === sourceId && unit.headings.slice(0, -1).some((heading) => anchors.includes(anchorOf(heading)))));
}

/** The anchor that Markdown gives a heading. */
function anchorOf(heading: string): string {
  return heading.toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, "").trim().replaceAll(/\s/g, "-");
}
