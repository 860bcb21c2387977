import { stem, stemsOf } from "../question/stem.ts";

/** "Light Emitting Diode (LED)": at most this many words before a short form spell it out. */
const mostWords = 5;
const introduced = /((?:[\p{L}\p{N}-]+\s+){1,5})\((\p{Lu}{2,6})s?\)/gu;

/** What short forms stand for where texts introduce them: stems by the stem of the short form. */
export function shortFormsIn(texts: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const text of texts) {
    for (const [, before = "", short = ""] of text.matchAll(introduced)) {
      const words = before.trim().split(/\s+/).slice(-Math.min(mostWords, short.length));
      const first = words.findIndex((word) => word.slice(0, 1).toUpperCase() === short.slice(0, 1));
      if (first >= 0) found.set(stem(short), stemsOf(words.slice(first).join(" ")));
    }
  }
  return found;
}

/** Stems together with those that the short forms among them stand for. */
export function spelledOut(stems: readonly string[], shortForms: ReadonlyMap<string, readonly string[]>): Set<string> {
  return new Set([...stems, ...stems.flatMap((one) => shortForms.get(one) ?? [])]);
}
