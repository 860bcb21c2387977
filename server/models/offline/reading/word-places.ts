import { alikeStems } from "../question/alike-words.ts";
import { stemsOf } from "../question/stem.ts";
import { goesOnWith } from "./quotable-unit.ts";
import type { FoundUnit, Knowledge } from "./search-knowledge.ts";
import { spelledOut } from "./short-forms.ts";

export const nearness = { own: 1, heading: 0.8, title: 0.7, near: 0.6, outer: 0.5, before: 0.4, meant: 0.85, alike: 0.75 } as const;

/** Stems of the words of a unit and of what stands around it. */
export interface Places {
  own: ReadonlySet<string>;
  heading: ReadonlySet<string>;
  title: ReadonlySet<string>;
  outer: ReadonlySet<string>;
  before: ReadonlySet<string>;
  near: ReadonlySet<string>;
  /** Whether it speaks of what stands before it as "it". */
  goesOn: boolean;
}

export const none: ReadonlySet<string> = new Set();

/** @param near stems of what stands under the same heading */
export function placesOf({ text, headings, title, before, code, head }: FoundUnit, near: ReadonlySet<string>, shortForms: Knowledge["shortForms"]): Places {
  return {
    own: spelledOut(stemsOf(text), shortForms),
    // The names of a table's columns say what its rows are about.
    heading: spelledOut(stemsOf(`${headings.at(-1) ?? ""} ${head ?? ""}`), shortForms),
    title: spelledOut(stemsOf(title), shortForms),
    outer: new Set(stemsOf(headings.slice(0, -1).join(" "))),
    before: new Set(stemsOf(before)),
    goesOn: goesOnWith.test(text),
    near: code === null ? near : new Set([...near, ...stemsOf(code)]),
  };
}

/** How much of what is asked stands there, by weight: 0 to 1. */
export function coverageOf(stems: readonly string[], places: Places, weightOf: (stem: string) => number): number {
  let [held, all] = [0, 0];
  for (const one of stems) {
    const weight = weightOf(one);
    all += weight;
    held += weight * presenceOf(one, places);
  }
  return all === 0 ? 0 : held / all;
}

/** How near to a unit a word stands: 1 for in it, 0 for nowhere. */
export function presenceOf(one: string, { own, heading, title, outer, before, near, goesOn: isBeforeMeant }: Places): number {
  if (own.has(one)) return nearness.own;
  if (isBeforeMeant && before.has(one)) return nearness.meant;
  const direct = heading.has(one) ? nearness.heading : title.has(one) ? nearness.title : near.has(one) ? nearness.near : outer.has(one) ? nearness.outer : before.has(one) ? nearness.before : 0;
  const alike = holdsAlike(one, own) ? nearness.alike : holdsAlike(one, heading) || holdsAlike(one, title) ? nearness.alike * nearness.heading : holdsAlike(one, near) ? nearness.alike * nearness.near : 0;
  return Math.max(direct, alike);
}

/** Whether another word for the same is among these. */
export function holdsAlike(one: string, stems: ReadonlySet<string>): boolean {
  for (const other of alikeStems(one)) if (stems.has(other)) return true;
  return false;
}

