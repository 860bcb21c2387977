/** A key that stands out, with characters that every encoding writes differently. */
export const canaryKey = 'sk-canary-"Zm9v+0123456789/abcdef';

/** What is left of it in a text, in any spelling in which it can be read back; empty when nothing is. */
export function canariesIn(text: string): string[] {
  const bytes = Buffer.from(canaryKey);
  // Cut to what doesn't depend on the bytes beside it.
  const base64 = [0, 1, 2].map((before) => Buffer.concat([Buffer.alloc(before), bytes]).toString("base64").slice(4, -4));
  const spellings = [canaryKey, encodeURIComponent(canaryKey), JSON.stringify(canaryKey).slice(1, -1), bytes.toString("hex"), ...base64, ...base64.map((one) => one.replaceAll("+", "-").replaceAll("/", "_"))];
  return spellings.filter((spelling) => text.includes(spelling));
}
