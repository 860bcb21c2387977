import { holdsNumber } from "./held-number.ts";

const amount = /\b(?:from|above|below|up to|at) (?:which|what) (?:\w+ )?(?:value|level|number|percentage|size|score)\b|\bhow (?:many|much|large|big|often|fast)\b|\b(?:number of|maximum (?:number|size|length)|minimum (?:number|size|length))\b/i;

const reason =
  /\b(?:because|since|when(?:ever)?|if|so (?:that|an?|it|the|there|they|this|you)|therefore|thus|hence|reasons?|why|due to|owing to|caused by|as (?:a result|it|the|there|they|this|you)|in order to|otherwise|ensur\w+|prevent\w*|avoid\w*|means?|meant|to (?:allow|guarantee|keep|let|make sure|protect|reduce)|(?:this|that|which|it) (?:allows|helps|lets|makes)|intended|purpose|for (?:compatibility|performance|privacy|safety|security))\b/i;

/** A detail that a question may ask for, and what a text that gives one looks like. */
const details: readonly { asked: RegExp; isGivenBy(text: string, headings: readonly string[]): boolean }[] = [
  { asked: amount, isGivenBy: holdsNumber },
  {
    asked: /\bhow (?:many|much|large|big|long|often)\b.*\bat (?:most|least)\b/i,
    isGivenBy: (text) => /\b(?:at (?:most|least)|allow\w*|cap(?:ped|s)?|defaults?|exceed\w*|few\w*|larg\w+|less|limit\w*|max\w*|min(?:imum)?|more|only|over|requir\w*|unlimited|up to)\b/i.test(text),
  },
  {
    asked: /\bper ?cent(?:age)?\b|\bhow many times (?:as |more |faster |slower |larger |smaller )|\bhow much (?:better|bigger|cheaper|faster|larger|less|longer|more|shorter|slower|smaller)\b/i,
    isGivenBy: (text) => /\d ?[%×x]|\bper ?cent\b|\btimes\b|\b(?:half|twice|double|triple)\b/i.test(text) || /\b0\.\d|\d\D+\d/.test(text),
  },
  {
    asked: /^(?:how long|until when)\b/i,
    isGivenBy: (text) => holdsNumber(text) || /\b(?:until|forever|indefinite\w*|(?:milli)?seconds?|minutes?|hours?|days?|weeks?|months?|years?|expir\w+|ends?|lasts?|closed?|cleared)\b/i.test(text),
  },
  {
    asked: /\b(?:next|last|this|past|coming) (?:year|quarter|month|week|spring|summer|autumn|fall|winter)\b|\b(?:which|what) (?:exact )?(?:day|year|month|date)\b/i,
    isGivenBy: (text) => /\b(?:19|20)\d\d\b|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b/i.test(text),
  },
  {
    asked: /^when (?:will|did|was|were)\b/i,
    isGivenBy: (text) => /\d/.test(text),
  },
  {
    asked: /^(?:(?:and|but|so),? )?why\b|\bwhy (?:are|can|did|do|does|has|have|is|must|should|was|were|would)\b|\bwhat(?: is|['’]s) the reasons?\b|\bhow come\b/i,
    isGivenBy: (text, headings) => [text, ...headings].some((words) => reason.test(words)),
  },
  {
    asked: /^who\s+\w+\s+(?:i|we|you|one)\b/i,
    isGivenBy: (text) => /\b(?:administrators?|authors?|community|contact|e-?mail|maintainers?|owners?|person|phone|support (?:desk|line|team)|team|vendors?)\b/i.test(text),
  },
];

/** Whether nothing but a number can answer. */
export function asksAmount(question: string): boolean {
  return amount.test(question);
}

/** Whether a text under its headings gives the sort of thing that is asked for: an amount, a date, a reason, somebody. */
export function detailCheck(question: string): (text: string, headings: readonly string[]) => boolean {
  const wanted = details.filter(({ asked }) => asked.test(question));
  return (text, headings) => wanted.every(({ isGivenBy }) => isGivenBy(text, headings));
}
