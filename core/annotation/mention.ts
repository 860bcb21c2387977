import type { Span } from "./text-range.ts";

interface Person {
  id: string;
  name: string;
}

/** A person named in a text with an @ before the name; several who share the name are all meant. */
export interface Mention extends Span {
  memberIds: string[];
}

/**
 * Finds who is called upon in a text: "@" and a whole name, in any letter case. Where one name begins another, the
 * longer is meant.
 */
export function findMentions(text: string, people: readonly Person[]): Mention[] {
  const idsByName = Map.groupBy(people, ({ name }) => name.toLocaleLowerCase("en"));
  const longestFirst = [...idsByName.keys()].filter((name) => name !== "").toSorted((one, other) => other.length - one.length);
  const mentions: Mention[] = [];
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", Math.max(at + 1, mentions.at(-1)?.end ?? 0))) {
    const name = isInsideWord(text.slice(0, at)) ? undefined : longestFirst.find((one) => isNamedAt(text, at + 1, one));
    if (name === undefined) continue;
    mentions.push({ start: at, end: at + 1 + name.length, memberIds: (idsByName.get(name) ?? []).map(({ id }) => id) });
  }
  return mentions;
}

function isNamedAt(text: string, at: number, name: string): boolean {
  const end = at + name.length;
  return text.slice(at, end).toLocaleLowerCase("en") === name && !/^[\p{L}\p{N}]/u.test(text.slice(end));
}

/** An @ inside a word, as in an address, calls upon nobody. */
function isInsideWord(before: string): boolean {
  return /[\p{L}\p{N}]$/u.test(before);
}
