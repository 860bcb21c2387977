import type { Aspect } from "./aspect.ts";
import { isCalledLike } from "./called-like.ts";
import { wayOut } from "./follow-up.ts";
import type { FoundUnit } from "./search-knowledge.ts";
import { pointer } from "./unit-form.ts";

const origin = /^(?:the )?(?:possible )?(?:causes?|reasons?|why (?:does )?(?:it|this) (?:happens?|occurs?|occurred))\b/i;
/** What to look at or do about something. */
const against = /\bwhat (?:can|could|do|must|should|to)\b.*\b(?:check|do|fix|look at|try|verify)\b/i;

/** Whether a unit tells the cause of a trouble or the way out of it, on a page that is called like the trouble asked about. */
export function troubleCheck({ text, kind, focus, around, subject }: Aspect): (unit: Pick<FoundUnit, "title" | "headings" | "text">) => boolean {
  const [why, what] = [kind === "cause", against.test(text)];
  if (!why && !what) return () => false;
  return ({ title, headings, text: said }) =>
    headings.some((one) => wayOut.test(one) || (why && origin.test(one))) && !pointer.test(said) && isCalledLike({ title }, { focus, around: [...around, ...subject] });
}
