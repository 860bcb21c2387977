import type { Aspect } from "./aspect.ts";
import type { FoundUnit } from "./search-knowledge.ts";

const imperative = /^(?:to \w+|you can|use|set|add|create|import|call|pass|run|install|wrap|export|configure|enable|define|provide|start|open|update|replace|remove|move|make|return|check|ensure)\b/i;
const cues: Partial<Record<Aspect["kind"], RegExp>> = {
  limits: /\d|\b(?:limit|max|minimum|up to|at most|not support|unsupported|only|cannot|can't|must)\b/i,
  cause: /\b(?:because|since|due to|so that|therefore|cause[sd]?|reason|happens when|this is|as a result)\b/i,
  change: /\b(?:renamed?|replaced?|deprecat|removed?|instead|no longer|now|migrat|changed?|previously|upgrad|codemod|breaking)/i,
  comparison: /\b(?:whereas|unlike|while|difference|instead|compared|both|rather than|but|in contrast|however)\b/i,
  dispute: /\b(?:not|only|can|cannot|can't|doesn't|does not|supports?|unsupported|must|required)\b/i,
};

const markup = /^<|\/>$/;
const filePath = /[\w.-]+\/[\w./-]+\.\w+/g;
const codeSign = /=>|[{}]|\b(?:const|let|await|return|import|export|async)\b|\/\/|\(\)/g;
/** From this many signs of code on, and this share of all words, a text is code whose fence stands elsewhere. */
const [fewestCodeSigns, codeShare] = [4, 0.15] as const;

/** Whether a text says nothing to people: tags, or code whose fence stands elsewhere. */
export function isForMachines(text: string): boolean {
  if (markup.test(text)) return true;
  const signs = text.match(codeSign)?.length ?? 0;
  return signs >= fewestCodeSigns && signs / text.split(" ").length > codeShare;
}

/** "By turning the wheel.": how, and of what stands elsewhere. */
const circumstance = /^(?:by|through|via|with|without)\b[^,:;]*$/i;
const fewWords = 8;

/** "See the chapter on wheels." */
const reference = /^(?:see|refer to|check out|(?:read|learn) more)\b[^.:;]*\.?$/i;
const mostReferring = 12;

/** Whether a text is a part of a sentence, or leads to another, and states nothing by itself. */
export function isFragment(text: string): boolean {
  const words = text.split(" ").length;
  return (circumstance.test(text) && words <= fewWords) || (reference.test(text) && words <= mostReferring);
}

/** Says that there is something to say. */
const vague = /\bthere (?:are|is) (?:a few|a number of|additional|certain|different|many|multiple|other|several|some|various)\b/i;
/** Says where something is said. */
export const pointer = /^(?:see|learn|read|for more|refer|next,? |check out|view|visit|here(?:'s| is| are))\b|\bsee (?:the|our|also|\w+ \w+ for)\b|\b(?:learn|read) more\b|\bfor more (?:information|details)\b|, see\b|\bcheck out\b|\byou(?:'re| are) (?:viewing|reading)\b|^(?:in )?this (?:guide|page|section|tutorial)\b.{0,20}?\b(?:covers?|describes?|explains?|shows?|walks?|will|you(?:'ll| will))\b/i;

/** What stands below such a heading was thought of and isn't so. */
const refused = /\b(?:rejected|postponed|withdrawn|alternatives? considered|considered alternatives?)\b|^alternatives?$/i;

/** What a sentence's form says for or against it, as an answer to a question of a kind. */
export function formBonus({ text, kind, code, isFirst, headings, title }: FoundUnit, { kind: asked, asksQuantity }: Aspect): number {
  let bonus = 0;
  if (cues[asked]?.test(text) === true) bonus += 0.14;
  if (asked === "how-to") bonus += (imperative.test(text) ? 0.12 : 0) + (code === null ? 0 : 0.12);
  if (asksQuantity) bonus += /\d/.test(text) ? 0.25 : -0.1;
  if (asked === "open" && isFirst) bonus += 0.1;
  if (isFirst && headings.length <= 1) bonus += 0.08;
  if (text.endsWith("?")) bonus -= 0.3;
  if (pointer.test(text)) bonus -= 0.5;
  if (vague.test(text) && !text.includes(":")) bonus -= 0.35;
  if (text.endsWith(":")) bonus -= code === null ? 0.5 : asked === "how-to" ? 0 : 0.15;
  if ((text.match(filePath) ?? []).length > 1) bonus -= 0.3;
  const words = text.split(" ").length;
  if (words < 5 && kind !== "property") bonus -= 0.25;
  if (words > 60) bonus -= words > 90 ? 0.15 : 0.05;
  if (text.includes("[ ]")) bonus -= 0.4;
  if (/^(?:this|it|these|they|that|here|in this)\b/i.test(text)) bonus -= 0.08;
  if (/\bmigrat|\bchangelog|\bversion history/i.test(`${title} ${headings.join(" ")}`) && asked !== "change") bonus -= 0.25;
  if (asked !== "cause" && headings.some((one) => refused.test(one))) bonus -= 0.3;
  return bonus;
}
