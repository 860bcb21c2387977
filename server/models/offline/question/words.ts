/** Words that carry no subject of their own. English, as the documents that come with an installation are. */
const stopWords = new Set(
  `a about above after again ago all away also am an and any are as at be because been before being below between both but by can
  could did do does doing down during each every few for from further get give given had has have having he her here hers
  him his how i if in into is it its itself just let like list me more most must my need no nor not now of off on once one
  only or other our out over own please same shall she should so some such tell than that the their them then there these
  they thing things this those through to too under until up use used using versus very vs want was way we were what when
  where whether which while who whom why will with without would you your yours`.split(/\s+/),
);

const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}_.\-/@#']*/gu;

/** The words of a text that say what it is about, lower-case, each once, in their order. */
export function contentWords(text: string): string[] {
  const words = (text.match(wordPattern) ?? []).map((word) => word.toLowerCase().replace(/[.\-/']+$/, ""));
  return [...new Set(words.filter((word) => !stopWords.has(word)))];
}

/** `BM25`, `C2PA`. */
const lettersAndDigits = /^(?=(?:.*\p{Lu}){2})(?=.*\d)[\p{Lu}\d]{3,}$/u;

/** Words written as names: like code (capitals inside, dots, underscores, digits between capitals), or with a capital within a sentence. */
export function namesIn(text: string): string[] {
  const names = [...text.matchAll(wordPattern)].filter(([word], index) => {
    const isCode = /[\p{Lu}_./@]/u.test(word.slice(1).replace(/[.\-/']+$/, "")) && /\p{Ll}/u.test(word);
    return isCode || lettersAndDigits.test(word) || (index > 0 && /^\p{Lu}\p{Ll}/u.test(word));
  });
  return contentWords(names.map(([word]) => word).join(" "));
}

/** The words of a text that carry a subject, as they are written, names of code in their pieces. */
export function sayingWords(text: string): string[] {
  return (text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).filter((word) => !isStopWord(word) && (word.length > 1 || /\d/.test(word)));
}

/** Whether a word carries no subject of its own. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word.toLowerCase());
}

/** A piece of a question as a phrase: a clean line without a leading article. */
export function cleanPhrase(text: string, maxLength = 60): string {
  return cleanLine(text.replace(/^[\s"'“”‘’«»(:,;.\-–—]*(?:the|a|an)\s+/i, ""), maxLength);
}

/** A text on one line: no controls, no marks around it, cut at a word. */
export function cleanLine(text: string, maxLength: number): string {
  const line = text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\s]+/gu, " ")
    .replaceAll(/^[\s"'“”‘’«»(:,;.\-–—]+|[\s"'“”‘’«»(:,;.?!\-–—]+$/gu, "");
  if (line.length <= maxLength) return line;
  const cut = line.slice(0, maxLength);
  const end = cut.lastIndexOf(" ");
  return `${(end > maxLength / 3 ? cut.slice(0, end) : cut).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** A first letter that may begin a title; identifiers with capitals inside stay as they are. */
export function capitalized(text: string): string {
  const [word = ""] = text.split(" ", 1);
  if (/[.\p{Lu}/_@(]/u.test(word.slice(1))) return text;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Phrases in a sentence: "a", "a and b", "a, b and c". */
export function enumerated(phrases: readonly string[]): string {
  if (phrases.length < 2) return phrases.join("");
  return `${phrases.slice(0, -1).join(", ")} and ${phrases.at(-1)}`;
}
