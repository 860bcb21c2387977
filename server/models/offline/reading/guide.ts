import type { Aspect } from "./aspect.ts";
import { guidePages } from "./guide-pages.ts";
import { goesOnWith } from "./quotable-unit.ts";
import type { FoundUnit, Knowledge } from "./search-knowledge.ts";
import { fewestSteps, mostSteps } from "./step-list.ts";
import { tellsWhatToDo } from "./tells-what-to-do.ts";
import { isForMachines, isFragment, pointer } from "./unit-form.ts";

const fewestSections = 3;
const mostSections = 5;
/** A guide that is told part by part may be longer than what is found here and there. */
const mostParts = 8;
/** What stands around what is to be done, and is no part of it. */
const beside = /^(?:before you|example|further|introduction|learn|motivation|next steps|overview|prerequisites|related|resources|see also|summary|terminology|what(?:'s| is)|why)\b/i;

/** A page that is a guide, in its order: numbered steps of a section together, of any other what it tells to do; empty when there is none. */
export function guideFor(knowledge: Knowledge, aspect: Aspect): FoundUnit[][] {
  for (const page of guidePages(knowledge, aspect)) {
    const parts = partsOf(knowledge.units.filter(({ sourceId }) => sourceId === page).toSorted((one, other) => one.start - other.start));
    if (parts.length >= fewestSections || parts.some(({ length }) => length > 1)) return parts.slice(0, mostParts);
  }
  return [];
}

/** Headings above a unit, without the name of its page. */
function path({ headings, title }: FoundUnit): string[] {
  return headings.slice(headings[0] === title ? 1 : 0);
}

function together(units: readonly FoundUnit[], depth = Number.POSITIVE_INFINITY): FoundUnit[][] {
  return [...Map.groupBy(units, (unit) => path(unit).slice(0, depth).join(" › ")).values()];
}

function partsOf(units: readonly FoundUnit[]): FoundUnit[][] {
  const steps = together(units.filter(({ kind }) => kind === "step")).filter(({ length }) => length >= fewestSteps).map((some) => some.slice(0, mostSteps));
  const stepped = new Set(steps.flat().map((step) => path(step)[0]));
  const says = units.filter((unit) => unit.kind === "sentence" && saysSomething(unit));
  const opening = bestFirst(says.filter((unit) => path(unit).length === 0 && (unit.code !== null || listing.test(unit.text) || tellsWhatToDo(unit.text)))).slice(0, 1);
  const inside = says.filter((unit) => path(unit).length > 0 && !beside.test(path(unit)[0] ?? "") && !stepped.has(path(unit)[0]));
  const chapters = together(inside, 1);
  const sections = chapters.length + steps.length < fewestSections ? together(inside, 2) : chapters;
  const parts = [...(opening.length > 0 ? [opening] : []), ...steps, ...sections.flatMap((section) => toldIn(section) ?? []).map((unit) => [unit])];
  return parts.toSorted(([one], [other]) => (one?.start ?? 0) - (other?.start ?? 0));
}

/** What a section tells to do, right below its heading if it can be; else how it begins. */
function toldIn(section: readonly FoundUnit[]): FoundUnit | undefined {
  const depth = Math.min(...section.map((unit) => path(unit).length));
  const direct = section.filter((unit) => path(unit).length === depth);
  const [told] = [direct, section].flatMap((some) => bestFirst(some.filter(({ text }) => tellsWhatToDo(text))));
  return told ?? direct[0];
}

/** "It takes three things: one; another." */
const listing = /: [^;]+; /;

/** Of what is told before it: "You can do this by …". */
const goesBack = /^(?:additionally|also|however|similarly)\b|\b(?:do|done|for) (?:so|that|this)\b|\b(?:both|this|these) cases?\b/i;

/** What shows it in code, then what lists it, then all else, as it stands; last what goes on from something else. */
function bestFirst(units: readonly FoundUnit[]): FoundUnit[] {
  const rank = ({ code, text }: FoundUnit) => (goesOnWith.test(text) || goesBack.test(text) ? 3 : code !== null ? 0 : listing.test(text) ? 1 : 2);
  return units.toSorted((one, other) => rank(one) - rank(other));
}

const fewestWords = 4;

/** Neither "Configure:" nor "in two ways:" says something without what stands below it. */
function saysSomething({ text, code }: FoundUnit): boolean {
  const isLead = text.endsWith(":") && (code === null || text.split(" ").length < fewestWords);
  return !isLead && !isForMachines(text) && !isFragment(text) && !pointer.test(text);
}

/** The first sentence of each section among these that says something by itself, in their order; empty of fewer than three. */
export function beginnings(units: readonly FoundUnit[]): FoundUnit[] {
  const ordered = units.filter(({ kind }) => kind === "sentence").toSorted((one, other) => one.start - other.start);
  const sections = Map.groupBy(ordered, ({ headings }) => headings.at(-1));
  const begun = [...sections.values()].flatMap((section) => section.find(saysSomething) ?? []);
  return begun.length < fewestSections ? [] : begun.slice(0, mostSections);
}
