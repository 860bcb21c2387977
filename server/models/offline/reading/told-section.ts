import { withoutPoliteness } from "../question/politeness.ts";
import { stemsOf } from "../question/stem.ts";
import { focusOf, type Aspect } from "./aspect.ts";
import type { QuotableUnit } from "./quotable-unit.ts";

/** "Which oil lamps are …": what is asked for, in two to four words before the verb. */
const thing = /^(?:which|what)\s+((?:[\p{L}\p{N}.'-]+\s+){1,3}?[\p{L}\p{N}]+)\s+(?:are|can|did|do|does|has|have|is|may|must|should|was|were|will)\b/iu;

/** Whether a unit begins the section that has the name of what is asked for, on a page that says of what. */
export function sectionCheck({ text }: Pick<Aspect, "text">): (unit: Pick<QuotableUnit, "headings" | "kind" | "isFirst"> & { title: string }) => boolean {
  const asked = focusOf(thing.exec(withoutPoliteness(text.replaceAll(/\s+/g, " ").trim()))?.[1] ?? "");
  const [name, of] = [asked.at(-1), asked.slice(0, -1)];
  if (name === undefined || of.length === 0) return () => false;
  return ({ headings, kind, isFirst, title }) => {
    if (!isFirst || kind !== "sentence" || stemsOf(headings.at(-1) ?? "").join(" ") !== name) return false;
    const above = new Set(stemsOf(`${title} ${headings.slice(0, -1).join(" ")}`));
    return of.every((one) => above.has(one));
  };
}
