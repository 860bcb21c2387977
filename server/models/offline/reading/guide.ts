import { focusOf, type Aspect } from "./aspect.ts";
import { isCalledLike } from "./called-like.ts";
import type { FoundUnit } from "./search-knowledge.ts";
import { isForMachines, isFragment, pointer } from "./unit-form.ts";

const fewestSections = 3;
const mostSections = 5;
/** Of what is asked, so much is in the name of a page that is all about it. */
const namedShare = 0.6;
/** What stands around what is to be done, and is no part of it. */
const beside = /^(?:before you|example|further|introduction|learn|motivation|next steps|overview|prerequisites|related|resources|see also|summary|what(?:'s| is)|why)\b/i;

/** How each section begins of the first page that is called like what is to be done, in their order; empty when none is. */
export function guideFor(units: readonly FoundUnit[], aspect: Aspect): FoundUnit[] {
  if (aspect.kind !== "how-to") return [];
  const first = units.find((unit) => isCalledLike(unit, aspect) && isNamedBy(unit.title, aspect));
  if (first === undefined) return [];
  const depth = (headings: readonly string[]) => headings.length - (headings[0] === first.title ? 1 : 0);
  return beginnings(units.filter(({ sourceId, headings }) => sourceId === first.sourceId && depth(headings) === 1 && !beside.test(headings.at(-1) ?? "")));
}

/** The first sentence of each section among these that says something by itself, in their order; empty of fewer than three. */
export function beginnings(units: readonly FoundUnit[]): FoundUnit[] {
  const ordered = units.filter(({ kind }) => kind === "sentence").toSorted((one, other) => one.start - other.start);
  const sections = Map.groupBy(ordered, ({ headings }) => headings.at(-1));
  const begun = [...sections.values()].flatMap((section) => section.find(({ text }) => !isForMachines(text) && !isFragment(text) && !pointer.test(text)) ?? []);
  return begun.length < fewestSections ? [] : begun.slice(0, mostSections);
}

function isNamedBy(title: string, { focus }: Aspect): boolean {
  const named = focusOf(title);
  const held = focus.filter((one) => named.some((stem) => stem.startsWith(one)));
  return held.length >= focus.length * namedShare;
}
