const word = /[\p{L}\p{N}]+(?:['’_.-][\p{L}\p{N}]+)*/gu;

/** The words of a text in lower case, in their order; `v1.2` and `read_source` are one word each. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(word) ?? [];
}

/** Where one sentence follows another without a sign between them, as behind the last line of a list: "… the value It is known that". */
const opening = "The|It|An|This|These|That|There|Given|Since|Because|Consider(?:ing)?|Remember|Note|Keep in|Bear in|We|You|Our|If|Where|When|Please|Do|Don['’]t|Never|Always|Assume|Fact|All|Only";
const joining = "if|whether|that|which|when|where|as|because|since|what|how|why|and|or|of|the|by|in|on|at|for|from|to|with|than|is|are|was|were";
const runOn = new RegExp(`(?<=[\\p{Ll}\\d)\\]"”’'%])(?<!\\b(?:${joining})) (?=(?:(?:${opening}) [\\p{L}\\d]|\\p{Lu}\\p{Ll}+ (?:has|have|is|are|was|were|will|had|cannot) ))`, "u");
const ended = String.raw`(?<=[.!?;][)"”’*_]{0,3})\s+`;
const endOfSentence = new RegExp(`${ended}|${runOn.source}`, "u");
/** An entry of a list seldom ends with a sign: what begins with a capital behind it is no part of it. */
const endOfEntry = new RegExp(`${ended}|(?<=[\\p{Ll}\\d)\\]"”’'%])(?<!\\b(?:${joining})) (?=(?:\\p{Lu}\\p{Ll}+|\\p{Lu}{2,}|A|\\*\\*\\p{Lu}\\p{Ll}+):?(?:\\*\\*)? \\S)`, "u");
const entry = /^\s*(?:[-*•–—]|\d{1,3}[.)])\s/;

/** The sentences of a text without the marks of Markdown; a line of a list is one, too. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/\n+/)
    .flatMap((line) => line.split(entry.test(line) ? endOfEntry : endOfSentence))
    .map((sentence) => sentence.replaceAll(/[*_`]{2,3}|(?<=^|\s)[*_`](?=\S)|(?<=\S)[*_`](?=\s|$)/gu, "").replace(/^(?:[\s\-*•–—>#.)([\]|]|\d{1,3}[.)](?=\s))+/u, "").trim())
    .filter((sentence) => sentence !== "");
}

/** A word without the endings that English inflects with, so that "limits" is "limit" and "caching" is "cache". */
function stemOf(given: string): string {
  const owned = given.replace(/['’]s?$/, "");
  return owned.length < 5 ? owned : owned.replace(/(?:worthy|ations?|ings?|ies|ied|ed|es|s|e)$/, "");
}

/** Words that say how work is done, not what it is about. */
const empty = new Set(
  (
    "a an the of and or to in on at by for with from as is are was were be been it its this that these those which who whom whose what when where why how if then than so not no nor but into about over under out up down off again also too only just even still yet each every all any both some such own same other others another more most less least very much many few per via etc ie eg " +
    "you your we our they them their he she his her i me my us do does did done has have had having will would shall should can cannot could may might must need needs let there here now while during until before after between among without within against along across toward towards upon onto " +
    "research investigate explore study examine analyze analyse assess evaluate review inspect discover compile prepare understand discuss outline produce draft summary summaries overview main key important " +
    "find look search read check gather collect identify determine note list describe explain summarize summarise report write give state say says tell show name named quote quotes quoting cite cites exact exactly words word use using used make made take taken get got go see seen keep bring put work works working step steps worker workers agent agents answer answers answering claim claims source sources document documents documentation docs passage passages result results finding findings output input inputs item items question questions requirement requirements brief plan please carefully thoroughly detail details detailed information relevant related following return returns returned provide provided include included including ensure sure first second third next last finally one two three " +
    "extract retrieve obtain locate enumerate establish ascertain pull fetch consult scan compile tabulate capture regarding concerning according respective corresponding available whole entire complete full comprehensive precise precisely accurate accurately concise overall task goal objective assignment role mission " +
    "thank thanks kindly time grateful appreciate appreciated welcome hello dear colleague careful care mind"
  ).split(" "),
);

const emptyStems = new Set([...empty].map(stemOf));

/** What a text is about: its words without those that any instruction has, by their stems. */
export function topicOf(text: string): Set<string> {
  return new Set(wordsOf(text).filter((one) => one.length > 1).map(stemOf).filter((stem) => !emptyStems.has(stem)));
}

/** How much two sets share, from 0 to 1: what both have of what either has. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 && b.size === 0) return 1;
  let shared = 0;
  for (const one of a) if (b.has(one)) shared += 1;
  return shared / (a.size + b.size - shared);
}
