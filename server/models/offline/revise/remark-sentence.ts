/** A sentence of a remark in which quoted words are set aside, so that nothing inside them is taken for what it asks. */
export interface RemarkSentence {
  /** As it was written. */
  text: string;
  /** Each asks for one thing at most; quotes stand in it as «0», «1» …. */
  clauses: string[];
  quotes: readonly string[];
}

const quoted = /"([^"\n]+)"|“([^”\n]+)”|„([^“”\n]+)[“”]|«([^»\n]+)»|`([^`\n]+)`|(?<=^|[\s(:])'([^'\n]+)'(?=$|[\s).,;:!?])/gu;
const sentenceEnd = /(?<=[.!?])\s+(?=\S)|\s*[\n;]\s*/u;
const verb = "add|allow|answer|append|ask|call|change|connect|cover|cut|delete|disconnect|drop|give|grant|halve|include|increase|insert|let|limit|lower|make|mention|move|put|raise|reduce|remove|rename|replace|set|take|use|write";
const nextWish = new RegExp(String.raw`\s*,?\s+(?:and|but|then)(?:\s+(?:then|also|please))*\s+(?=(?:${verb})\b)|\s*,\s+(?=(?:please\s+)?(?:${verb})\b)`, "iu");

/** Whether a clause tells to do something, and isn't only the reason for it. */
export function isWish(clause: string): boolean {
  return new RegExp(String.raw`^(?:please\s+)?(?:${verb})\b|\b(?:should|must|needs?|has to|have to|don['’]?t|do not|never)\b`, "iu").test(clause);
}

/** The sentences of a remark. */
export function remarkSentences(text: string): RemarkSentence[] {
  const quotes: string[] = [];
  const masked = text.replace(quoted, (_whole, ...groups: unknown[]) => {
    const words = groups.slice(0, 6).find((group) => typeof group === "string");
    quotes.push(String(words));
    return `«${quotes.length - 1}»`;
  });
  return masked
    .split(sentenceEnd)
    .map((sentence) => sentence.replace(/^\s*(?:[-*•]|\d+[.)])\s+/u, "").trim())
    .filter((sentence) => /[\p{L}\p{N}«]/u.test(sentence))
    .map((sentence) => ({ text: unmasked(sentence, quotes), clauses: sentence.split(nextWish).map((clause) => clause.trim()).filter((clause) => clause !== ""), quotes }));
}

/** A clause with its quotes where they stood. */
export function unmasked(clause: string, quotes: readonly string[]): string {
  return clause.replace(/«(\d+)»/gu, (_mark, index: string) => `“${quotes[Number(index)] ?? ""}”`);
}

/** The words that a clause gives from a place on: the quote there, or what is written plainly. */
export function givenWords(clause: string, quotes: readonly string[]): { words: string; isQuoted: boolean } | null {
  const mark = /^\W*«(\d+)»\W*$/u.exec(clause);
  const words = mark === null ? unmasked(clause, quotes).replace(/^[\s:,]+|[\s]+$/gu, "") : (quotes[Number(mark[1])] ?? "");
  return words === "" ? null : { words, isQuoted: mark !== null };
}
