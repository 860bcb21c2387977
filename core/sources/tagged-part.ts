import type { TextRange } from "./mark-words.ts";

/** What one stretch of a tagged part is: a line that holds only a tag, or words between two of them. */
export interface TaggedStretch extends TextRange {
  isTag: boolean;
}

const lonelyTag = /^[ \t]*<\/?[A-Za-z][^<>]*>[ \t]*$/;
/** What a line of a component over several lines begins with. */
const code = /^[ \t]*[<>{}()[\]/]/;

/**
 * Takes a part that begins with a tag of MDX apart: the lines of tags, and the prose between them, by offsets into the text.
 * @returns null where it begins with none, or where a component is more than its tags: that has to be read as it is typed.
 */
export function taggedStretches(text: string, { start, end }: TextRange): TaggedStretch[] | null {
  const stretches: TaggedStretch[] = [];
  for (const { 0: line, index } of text.slice(start, end).matchAll(/[^\r\n]+/g)) {
    const isTag = lonelyTag.test(line);
    if (!isTag && (stretches.length === 0 || code.test(line))) return null;
    const [from, to] = [start + index, start + index + line.length];
    const last = stretches.at(-1);
    if (last === undefined || isTag || last.isTag) stretches.push({ start: from, end: to, isTag });
    else last.end = to;
  }
  return stretches.length === 0 ? null : stretches;
}
