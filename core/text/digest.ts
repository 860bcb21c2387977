import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";

/** SHA-256 as 64 lower-case hexadecimal digits. */
export type Digest = string;

/**
 * The digest of a JSON value: SHA-256 over its canonical bytes (RFC 8785), so that the order of keys never matters.
 * @throws TypeError for what JSON can't hold.
 */
export function digestOf(value: unknown): Digest {
  const canonical = canonicalize(value);
  if (canonical === undefined) throw new TypeError("Only a JSON value has a digest.");
  return digestOfText(canonical);
}

/** SHA-256 over the UTF-8 bytes of a text. */
export function digestOfText(text: string): Digest {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
