/** Where one word ends inside another: `generateText`, `v7`. */
const part = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}\p{M}]+|\p{N}+/gu;
const word = /[\p{L}\p{M}\p{N}]+/gu;

/** The part of an English word that its forms share, roughly. */
export function stem(form: string): string {
  const lower = form.toLowerCase();
  if (lower.length < 4 || /\d/.test(lower)) return lower;
  const bare = lower
    .replace(/(?:ies|ied)$/, "y")
    .replace(/(?:sses|xes|ches|shes)$/, (end) => end.slice(0, -2))
    .replace(/(?<=[^su])s$/, "");
  const short = bare
    .replace(/(?<=.{3})(?:ization|isation|ational)$/, "")
    .replace(/(?<=.{3})(?:ations?|itions?|ions?)$/, "")
    .replace(/(?<=.{3})(?:ing|ed|ment)$/, "")
    .replace(/(?<=.{3})(?:er|or|able|ible|ity|ive|al|ly)$/, (end) => (bare.length > 6 ? "" : end))
    .replace(/(?<=.{2})([bdgklmnprt])\1$/, "$1");
  return short.replace(/(?<=.{2})[ey]$/, "");
}

/** Stems of the words of a text in their order, those of names made of several words beside the whole. */
export function stemsOf(text: string): string[] {
  return [...text.matchAll(word)].flatMap(([whole]) => {
    const parts = whole.match(part) ?? [];
    return parts.length > 1 ? [stem(whole), ...parts.map(stem)] : [stem(whole)];
  });
}
