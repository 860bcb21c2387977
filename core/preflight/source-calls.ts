/**
 * A program without what it says in comments and strings, each character in its place, so that only calls are left of it.
 * Templates count as strings whole, which may hide a call inside one; it never shows one that isn't there.
 */
export function sourceWithoutWords(source: string): string {
  return source.replaceAll(/\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|`(?:\\[\s\S]|[^`\\])*`?/g, (part) => " ".repeat(part.length));
}

/** Where one of these functions is first called, in characters from the start; null where none is. */
export function firstCall(source: string, names: readonly string[]): number | null {
  const wanted = new Set(names);
  for (const { 1: name = "", index } of source.matchAll(/(?<![\w$])([A-Za-z_$][\w$]*)\s{0,20}\(/g)) if (wanted.has(name)) return index;
  return null;
}
