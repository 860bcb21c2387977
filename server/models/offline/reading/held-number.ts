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

function writtenAmounts(text: string): string[] {
  return [...text.matchAll(amount)].flatMap(({ 0: found, index }) => (label.test(text.slice(Math.max(0, index - 24), index)) ? [] : [found.replaceAll(",", "")]));
}
