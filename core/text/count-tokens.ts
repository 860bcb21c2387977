import { utf8ToBytes } from "@noble/hashes/utils.js";

const bytesPerToken = 4;

/**
 * Counts tokens by a stated rule, without a vocabulary: one for every four UTF-8 bytes begun. English prose comes out
 * within a fifth of what language models count.
 */
export function countTokens(text: string): number {
  return Math.ceil(utf8ToBytes(text).length / bytesPerToken);
}
