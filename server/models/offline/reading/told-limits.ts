import { stem, stemsOf } from "../question/stem.ts";
import { focusOf, type Aspect } from "./aspect.ts";
import type { QuotableUnit } from "./quotable-unit.ts";
import { holdsAlike } from "./word-places.ts";

const limits = /\b(?:limits|limitations?|restrictions?|constraints?|caveats?|drawbacks?|downsides?|pitfalls?|trade-?offs?|(?:un|not |isn['’]t |aren['’]t )support(?:ed|s)?)\b/gi;
/** "The limits on the number of" ask for an amount. */
const amount = /\b(?:how (?:many|much|long|large|big|often)|maximum|minimum|number of|rate limits?|size)\b/i;
const heads = /\b(?:limits|limitations?|restrictions?|constraints?|caveats?|drawbacks?|known issues|trade-?offs?|unsupported|not supported)\b/i;

/** Whether a unit stands under a heading that announces limits, where its page and headings are about what limits are asked of. */
export function limitsCheck({ text }: Pick<Aspect, "text">): (unit: Pick<QuotableUnit, "headings" | "kind" | "text"> & { title: string }) => boolean {
  const asked = (text.match(limits) ?? []).flatMap((one) => one.split(/\W+/)).map(stem);
  const subject = focusOf(text).filter((one) => !asked.includes(one));
  if (asked.length === 0 || subject.length === 0 || amount.test(text)) return () => false;
  return ({ headings, title, kind, text: said }) => {
    // An item that is no sentence doesn't say that it is one of the limits; its list does.
    if ((kind === "item" && !said.endsWith(".")) || !headings.some((one) => heads.test(one))) return false;
    const about = new Set(stemsOf(`${title} ${headings.join(" ")}`));
    return subject.every((one) => about.has(one) || holdsAlike(one, about));
  };
}
