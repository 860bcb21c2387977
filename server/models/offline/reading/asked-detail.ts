import { quotesCode, type Given } from "./asked-form.ts";
import { isStopWord } from "../question/words.ts";
import { amountsIn, holdsCountOf, holdsNumber } from "./held-number.ts";

/** In what one thing may be more than another, and what tells of it: that something is newer doesn't say that it is faster. */
const regards: readonly (readonly [asked: string, given: RegExp])[] = [
  [String.raw`\b(?:fast|quick|slow)er\b`, /\b(?:fast|quick|slow)(?:er|est)\b|\b(?:speeds?|latenc\w+|performan\w+|overhead|reduc\w+|outperform\w*|times)\b|\d ?[x×%]/i],
  [String.raw`\b(?:better|worse)\b`, /\b(?:accura\w+|advantag\w*|best|better|instead|outperform\w*|prefer\w*|quality|rather|recommend\w*|superior|worse|worst)\b/i],
  [String.raw`\b(?:cheaper|more expensive)\b`, /\b(?:cheap|cost|expens|fee|pric)\w*|\bfree\b|\d ?%/i],
  [String.raw`\b(?:bigg|larg|light|heavi|small)e?r\b`, /\b(?:bigg|larg|light|heavi|small)e?(?:r|st)\b|\b(?:size|bytes?|[km]i?b|reduc\w+)\b|\d ?%/i],
  [String.raw`\b(?:safer|(?:more|less) secure)\b`, /\b(?:safe|secur|protect|risk|vulnerab|isolat|expos)\w*/i],
  [String.raw`\b(?:more|less) (?:reliable|stable)\b`, /\b(?:reliab|stab|durab|robust|surviv|resum|crash|fail)\w*/i],
];

const amount = /\b(?:from|above|below|up to|at) (?:which|what) (?:\w+ )?(?:value|level|number|percentage|size|score)\b|\bhow (?:many|much|large|big|often|fast)\b|\b(?:number of|maximum (?:number|size|length)|minimum (?:number|size|length)|(?:upper|lower) bound|(?:length|number|rate|size|time) (?:cap|ceiling|limit))\b|^(?:biggest|deepest|fewest|highest|largest|longest|lowest|maximum|minimum|most \w+s|oldest|shallowest|shortest|smallest)\b/i;

const reason =
  /\b(?:because|since(?! v?\d| version)|so (?:that|an?|it|the|there|they|this|you)|therefore|thus|hence|reasons?|why|due to|owing to|caused by|causes?|as (?:a result|it|the|there|they|this|you)|in order to|otherwise|ensur\w+|prevent\w*|avoid\w*|means?|meant|to (?:allow|guarantee|keep|let|make sure|protect|reduce)|(?:this|that|which|it) (?:allows|helps|lets|makes)|intended|purpose|for (?:(?:better|more|the best) )?(?:compatibility|performance|privacy|safety|security))\b/i;

/** What was decided was so for a ground that is told as one; what something allows is no ground yet. */
const chosen = /\bwhy (?:did|was|were)\b|\bwhy\b.*\b(?:by default|called|chosen?|decided|named|picked|the default)\b/i;
const ground = /\b(?:because|since(?! v?\d| version)|so (?:that|as to)|therefore|thus|hence|reasons?|why|due to|owing to|as a result|in order to|to (?:avoid|ensure|guarantee|keep|prevent|protect|reduce)|intended|purpose|meant to|designed (?:for|to)|for (?:(?:better|more) )?(?:compatibility|performance|privacy|safety|security))\b/i;
const money = /\b(?:what|how much)\b.*\b(?:charge[ds]?|costs?|pay|paid|prices?)\b/i;

/** A condition tells why something happens, not why it was made so. */
const condition = /\b(?:when(?:ever)?|if)\b/i;
const happening = /\bwhy do(?:es)?\b|\b(?:my|our|we|i|you) |\b(?:break|cannot|crash|empty|err|fail|miss|null|slow|undefined|wrong)|(?:n['’]t|\b(?:are|can|do|does|is|was|were|will) not)\b/i;

const time = String.raw`(?:(?:milli|micro)?seconds?|minutes?|hours?|days?|weeks?|months?|years?)`;
const bytes = String.raw`(?:(?:kilo|mega|giga)?bytes?|[kmg]i?b)`;
const measure = String.raw`(?:cheap|fast|quick|slow|strong|weak|great|larg|small|bigg|short|long|light|heavi|saf|simpl|hard|high|low|new|old|earli|lat)`;

const comparing = String.raw`^(?:.*[:,] )?(?:is|are|was|were|do|does|did|which|what|who)\b.*`;
const why = /^(?:(?:and|but|so),? )?why\b|\bwhy (?:are|can|did|do|does|has|have|is|must|should|was|were|would)\b|\bwhat(?: is|['’]s) the reasons?\b|\bhow come\b/i;

/** Lamps, in "how many open lamps"; what is measured by itself, in seconds or bytes, is looked for as that. */
export const countedNoun = new RegExp(String.raw`\bhow many\s+(?:[\p{L}-]+(?:ed|ing|onal|otal|itial|ous|open|new|different)\s+)?(?!times\b|${time}|${bytes}|per ?cent)(\p{L}+)`, "iu");

/** What somebody wants to be without; that something is done or kept doesn't tell how not to. What is "that" is a trouble, and has other ways out. */
const without = new RegExp(
  [
    String.raw`\bopt(?:ing)? out\b`,
    String.raw`\b(?:switch|turn)(?:ing)? (?:\S+ ){0,4}off\b`,
    String.raw`\b(?:keep|leav)(?:e|ing)? (?:\S+ ){1,6}out\b`,
    String.raw`\bget(?:ting)? rid of\b`,
    String.raw`(?:^|\bhow (?:to|(?:can|could|do|should|would) (?:i|we|you|one)) )(?:disabl|exclud|skip|stop|suppress)(?:e|p?ing)?\b(?! (?:it|that|them|this)\b)`,
  ].join("|"),
  "i",
);
const tellsWithout = /\b(?:no|not|never|none|off|false|null|undefined|unset|without|(?:abort|avoid|bypass|cancel|disabl|exclud|exempt|ignor|omit|opt(?:s|ed|ing)?[- ]out|prevent|remov|skip|stop|suppress|terminat)\w*|(?:leave|leaves|left|leaving) out|instead)\b/i;

/** A version: "17.0.2". */
const dotted = /\d\.\d/;

/** A detail that a question may ask for, and what looks like it. */
const details: readonly { asked: RegExp; isGivenBy(given: Given, question: string): boolean }[] = [
  { asked: amount, isGivenBy: ({ text }) => holdsNumber(text) },
  {
    asked: /\bhow (?:many|much|large|big|long|often)\b.*\bat (?:most|least)\b/i,
    isGivenBy: ({ text }) => /\b(?:at (?:most|least)|allow\w*|cap(?:ped|s)?|defaults?|exceed\w*|few\w*|larg\w+|less|limit\w*|max\w*|min(?:imum)?|more|only|over|requir\w*|unlimited|up to)\b|\d ?(?:to|[-–]) ?\d/i.test(text),
  },
  {
    asked: /\bper ?cent(?:age)?\b|\bhow many times (?:as |more |faster |slower |larger |smaller )|\bhow much (?:better|bigger|cheaper|faster|larger|less|longer|more|shorter|slower|smaller)\b/i,
    isGivenBy: ({ text }) => /\d ?[%×x]|\bper ?cent\b|\btimes\b|\b(?:half|twice|double|triple)\b/i.test(text) || /\b0\.\d|\d\D+\d/.test(text),
  },
  {
    asked: countedNoun,
    isGivenBy: ({ text }, question) => {
      const [, thing = ""] = countedNoun.exec(question) ?? [];
      return isStopWord(thing) || holdsCountOf(thing, text);
    },
  },
  {
    asked: new RegExp(String.raw`\b(?:in|how many) ${time}(?=[ ?,.]|$)|^(?:\w+ )?${time}\b`, "i"),
    isGivenBy: ({ text }) => new RegExp(String.raw`\b(?:${time}|m?s)\b|\d(?:m?s|min|h)\b`, "i").test(text),
  },
  {
    asked: new RegExp(String.raw`\b(?:in|how many) ${bytes}\b`, "i"),
    isGivenBy: ({ text }) => new RegExp(String.raw`(?:\d ?|\b)${bytes}\b`, "i").test(text),
  },
  {
    asked: new RegExp(String.raw`\bfor (?:an?|one|two|three|four|six|\d+) ${time}\b`, "i"),
    isGivenBy: ({ text }) => new RegExp(String.raw`\b(?:${time}|durat\w+|expir\w*|lifetime|max-?age|ttl|until)\b|\d ?m?s\b`, "i").test(text),
  },
  {
    asked: /^(?:how long|until when)\b/i,
    isGivenBy: ({ text }) => holdsNumber(text) || /\b(?:until|forever|indefinite\w*|(?:milli)?seconds?|minutes?|hours?|days?|weeks?|months?|years?|expir\w+|ends?|lasts?|closed|cleared)\b/i.test(text),
  },
  {
    asked: /\b(?:next|last|this|past|coming) (?:year|quarter|month|week|spring|summer|autumn|fall|winter)\b|\b(?:which|what) (?:exact )?(?:day|year|month|date)\b|^(?:the )?(?:\w+ )?date\b/i,
    isGivenBy: ({ text }) => /\b(?:19|20)\d\d\b|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b/i.test(text),
  },
  {
    asked: /^when (?:will|did|was|were)\b/i,
    isGivenBy: ({ text }) => /\d/.test(text),
  },
  {
    // "What did version 9 change" names the version itself.
    asked: /\b(?:which|what)(?: (?!(?:version|release)s?\b)\S+){0,2} (?:version|release)s?\b(?! v?\d)|\bsince when\b/i,
    isGivenBy: ({ text, headings }) => [text, ...headings].some((words) => /(?:^|[\s(])v?\d+(?:\.\d+)*(?![\p{L}\d])/iu.test(words)),
  },
  {
    asked: /\b(?:which|what)\b.*\b(?:release|version) will\b|^when will\b/i,
    isGivenBy: ({ text }) => /\b(?:planned|will)\b/i.test(text) && !/\b(?:future|later|upcoming) (?:major )?(?:release|version)/i.test(text),
  },
  {
    asked: /\b(?:an?|any|the|which|what) command\b/i,
    isGivenBy: quotesCode,
  },
  {
    asked: new RegExp(String.raw`${comparing}\b(?:better|worse|${measure}e?r)\b(?:.* (?:or|than) |[^,.]*\?)`, "i"),
    isGivenBy: ({ text }) => new RegExp(String.raw`\b(?:more|less|fewer|better|worse|${measure}e?(?:r|st)|reduc\w+|improv\w+|outperform\w*|overhead|expensive)\b|\d ?[x×%]|\btimes\b`, "i").test(text),
  },
  {
    asked: new RegExp(String.raw`\b(?:what|which|who)(?: (?:is|are|was|were))? the (?:\w+ )?(?:average|record|best|worst|${measure}e?st)\b`, "i"),
    isGivenBy: ({ text }) =>
      new RegExp(String.raw`\b(?:average|best|worst|most|least|record|ideal\w*|prefer\w*|recommend\w*|${measure}e?st)\b`, "i").test(text) ||
      ((holdsNumber(text) || dotted.test(text)) && /\b(?:exceed\w*|limit\w*|max\w*|min(?:imum)?|(?:less|more) than|up to)\b/i.test(text)),
  },
  {
    asked: without,
    isGivenBy: ({ text, headings, code }) => [text, ...headings, code ?? ""].some((words) => tellsWithout.test(words)),
  },
  {
    asked: why,
    isGivenBy: ({ text, headings }, question) => [text, ...headings].some((words) => reason.test(words)) || (happening.test(question) && condition.test(text)),
  },
  ...regards.map(([asked, given]) => ({ asked: new RegExp(comparing + asked, "i"), isGivenBy: ({ text }: Given) => given.test(text) })),
  {
    asked: money,
    isGivenBy: ({ text }) => /[$€£¥] ?\d|\d ?(?:[$€£¥]|(?:cents?|dollars?|eur|euros?|usd)\b)|\b(?:bill(?:ed|ing)|charge[sd]?|free|pric(?:ed|es?|ing)|at no (?:additional |extra )?(?:charge|cost)|no (?:additional|extra) (?:charge|cost)s?)\b/i.test(text),
  },
  {
    asked: chosen,
    isGivenBy: ({ text, headings }) => [text, ...headings].some((words) => ground.test(words)),
  },
  {
    // What says nothing of the amount doesn't say why it is that and no other.
    asked: why,
    isGivenBy: ({ text, headings }, question) => amountsIn(question).every((one) => [text, ...headings].some((words) => amountsIn(words).includes(one))),
  },
  {
    asked: /^who\s+\w+\s+(?:i|we|you|one)\b/i,
    isGivenBy: ({ text }) => /\b(?:administrators?|authors?|community|contact|e-?mail|maintainers?|owners?|person|phone|support (?:desk|line|team)|team|vendors?)\b/i.test(text),
  },
];

/** Whether a text tells something as the ground of something else. */
export function tellsGround(text: string): boolean {
  return ground.test(text);
}

/** Whether nothing but a number can answer. */
export function asksAmount(question: string): boolean {
  return amount.test(question);
}

/** Whether a unit gives the sort of thing that is asked for: an amount, a date, a version, a command, a comparison, a reason, somebody. */
export function detailCheck(question: string): (given: Given) => boolean {
  const wanted = details.filter(({ asked }) => asked.test(question));
  return (given) => wanted.every(({ isGivenBy }) => isGivenBy(given, question));
}
