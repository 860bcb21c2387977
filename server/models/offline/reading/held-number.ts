/** A number that is no part of a name: "3 routes", not "version 3". */
const amount = /\d+(?:[.,]\d+)*/g;
const label = /(?:\b(?!(?:The|Up|At|Only|Default|Maximum|Minimum|Exactly|About|All|Every|After|Within|Between)\b)\p{Lu}[\p{L}.]*|\b(?:step|chapter|v))[ -]$|[\p{L}_#./-]$|\d:$|\bversions?\b[^.,;]{0,20}$/u;
const wordedAmount = /\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|half|twice|double|triple|unlimited|no (?:maximum|limit))\b/i;

/** Whether a text says an amount. */
export function holdsNumber(text: string): boolean {
  return wordedAmount.test(text) || [...text.matchAll(amount)].some(({ index }) => !label.test(text.slice(Math.max(0, index - 24), index)));
}
