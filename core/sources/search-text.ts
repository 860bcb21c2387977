/** A text as the search index holds it; nothing of this is ever shown or quoted. */
export interface SearchText {
  /** Its words, everything else between them turned into spaces. */
  words: string;
  /** The parts of words that are several in one: `generateText` gives `generate Text`. */
  parts: string;
}

/** Scripts that put no spaces between words: every character is searched by itself. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]\p{M}*/gu;
const latinAccent = /(\p{sc=Latin})\p{M}+/gu;
const compound = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/gu;

/** Makes words of one text comparable with words of another: no accents, no marks, one form of each character. */
export function searchText(text: string): SearchText {
  const words = plain(text)
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
  return { words, parts: partsOf(words) };
}

/** The words of `words` that hold several, taken apart. */
function partsOf(words: string): string {
  const parts = words.split(" ").flatMap((word) => {
    const pieces = word.split(compound);
    return pieces.length > 1 ? pieces : [];
  });
  return parts.join(" ");
}

/** What somebody typed into a search field, ready for `websearch_to_tsquery`: quotes, `or` and a leading minus keep their meaning. */
export interface SearchQuery {
  /** All of its words are to be found. */
  strict: string;
  /** Words of which any may be found; empty when the query says exactly what it wants. */
  loose: string;
}

const operator = /"|(^|\s)-|\sOR\s/;

export function searchQuery(text: string): SearchQuery {
  const strict = plain(text)
    .replaceAll(/(?<!^|[\s"])-|[^\p{L}\p{M}\p{N}"-]+/gu, " ")
    .replaceAll(/-(?![\p{L}\p{N}"])/gu, " ")
    .trim();
  const { words, parts } = searchText(text);
  return { strict, loose: operator.test(strict) ? "" : `${words} ${parts}`.trim() };
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(latinAccent, "$1")
    .normalize("NFC")
    .replaceAll(/(?<=\p{L})['’](?=\p{L})/gu, "")
    .replaceAll(unspaced, " $& ");
}
