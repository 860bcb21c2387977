import type { NodeProse } from "./node-prose.ts";

const negation = /\b(?:not|never|no|don['’]t|doesn['’]t|nothing|nor|neither|nobody|without|avoid|instead of|rather than)\b/i;

/**
 * The words by which a text says something: the first match of a pattern in a sentence that doesn't deny it just before.
 * @returns null where it says no such thing, or in a language that the patterns don't know.
 */
export function saysSo({ isEnglish, sentences }: Pick<NodeProse, "isEnglish" | "sentences">, patterns: readonly RegExp[]): string | null {
  if (!isEnglish) return null;
  for (const sentence of sentences) {
    for (const pattern of patterns) {
      const match = pattern.exec(sentence);
      if (match !== null && !isDenied(sentence.slice(0, match.index))) return match[0];
    }
  }
  return null;
}

/** Whether the few words before deny what follows: "never drop", "do not simply ignore". */
export function isDenied(before: string): boolean {
  return negation.test(before.split(/[,:;—–]/).at(-1)?.trim().split(/\s+/).slice(-5).join(" ") ?? "");
}
