const bytesPerToken = 4;

/**
 * Counts tokens by a stated rule, as the offline model has no vocabulary: one for every four UTF-8 bytes begun.
 * English prose comes out within a fifth of what language models count.
 */
export function countTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text, "utf8") / bytesPerToken);
}
