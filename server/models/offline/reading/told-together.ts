/** Several things told in one sentence: what ends one of them doesn't end the sentence. */
export function toldTogether(parts: readonly string[]): string {
  return parts.map((part) => part.replace(/[.;]$/, "")).join("; ");
}
