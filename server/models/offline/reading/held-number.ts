import { stem, stemsOf } from "../question/stem.ts";
import { isStopWord } from "../question/words.ts";
import { holdsAlike } from "./word-places.ts";

/** A number that is no part of a name: "3 routes", not "version 3". */
const amount = /\d+(?:[.,]\d+)*/g;
const label = /(?:\b(?!(?:The|Up|At|Only|Default|Maximum|Minimum|Exactly|About|All|Every|After|Within|Between)\b)\p{Lu}[\p{L}.]*|\b(?:step|chapter|v))[ -]$|[\p{L}_#./-]$|\d:$|\bversions?\b[^.,;]{0,20}$/u;
const wordedAmount = /\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|half|twice|double|triple|unlimited|no (?:maximum|limit))\b/i;

const small = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** Whether a text says an amount. */
export function holdsNumber(text: string): boolean {
  return wordedAmount.test(text) || writtenAmounts(text).length > 0;
}

/** The amounts that a text says, in digits; those that only words can say are left out. */
export function amountsIn(text: string): string[] {
  return [...writtenAmounts(text), ...(text.toLowerCase().match(/\p{L}+/gu) ?? []).flatMap((word) => (small.includes(word) ? [String(small.indexOf(word) + 2)] : []))];
}

/** What makes up the length of a text. */
const inLength = /^(?:characters?|digits?|letters?)$/i;

/** Whether one item of a text tells of a thing and says an amount that may be how many there are: none that counts something else. */
export function holdsCountOf(thing: string, text: string): boolean {
  const counted = stem(thing);
  const isThing = (stems: ReadonlySet<string>) => stems.has(counted) || holdsAlike(counted, stems);
  if (inLength.test(thing) && /\blength\b/i.test(text) && holdsNumber(text)) return true;
  return text.split(/;\s+/).some((item) => isThing(new Set(stemsOf(item))) && amountEnds(item).some((end) => countsAnything(item.slice(end)) || isThing(new Set(stemsOf(wordsBehind(item.slice(end)))))));
}

function amountEnds(text: string): number[] {
  return [...placesOfAmounts(text), ...text.matchAll(new RegExp(wordedAmount, "gi"))].map(({ 0: found, index }) => index + found.length);
}

const closelyBehind = 3;

function wordsBehind(rest: string): string {
  return (/^[^.,;:!?()]*/.exec(rest)?.[0] ?? "").split(/\s+/).filter((word) => word !== "").slice(0, closelyBehind).join(" ");
}

/** Whether no noun stands behind an amount: "defaults to 3.", "up to 3 times". */
function countsAnything(rest: string): boolean {
  const next = /^\s*([\p{L}-]+)/u.exec(rest)?.[1];
  return next === undefined || next === "times" || isStopWord(next);
}

function placesOfAmounts(text: string): RegExpExecArray[] {
  return [...text.matchAll(amount)].filter(({ index }) => !label.test(text.slice(Math.max(0, index - 24), index)));
}

function writtenAmounts(text: string): string[] {
  return placesOfAmounts(text).map(([found]) => found.replaceAll(",", ""));
}
