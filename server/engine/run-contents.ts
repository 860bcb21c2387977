import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import { markOfContent, markOfOutput } from "../../core/run/spliced-text.ts";
import type { StoredValue } from "../../core/run/stored-value.ts";
import { digestOfText, type Digest } from "../../core/text/digest.ts";
import { wellFormedDeep } from "../../core/text/well-formed.ts";
import type { JsonValue } from "../../core/workflow/json-value.ts";

/** Longer values stand beside the events. In UTF-16 code units of the canonical text. */
const inlineLength = 2_000;
const keptLength = 16_000_000;
const readTogether = 50;

/** Canonical text, or a value on record: a step's output, by the sequence of its entry where it stands in that. */
export type Piece = string | { stored: StoredValue; sequence: number };

/** The piece as it is stored. */
function templateOf(piece: Piece): string {
  if (typeof piece === "string") return piece;
  return "json" in piece.stored ? markOfOutput(piece.sequence) : markOfContent(piece.stored.digest);
}

/** The values of one run while it is driven: what is to be written, and what was lately read or written. */
export class RunContents {
  readonly #list: (digests: readonly string[]) => Promise<{ digest: string; text: string }[]>;
  readonly #redact: <Value>(value: Value) => Value;
  readonly #keptByDigest = new Map<string, string>();
  #kept = 0;
  #unwritten = new Map<string, string>();

  /** @param redact takes out what must not be recorded. */
  constructor(list: (digests: readonly string[]) => Promise<{ digest: string; text: string }[]>, redact: <Value>(value: Value) => Value) {
    this.#list = list;
    this.#redact = redact;
  }

  /** What goes along with the next commit. */
  get unwritten(): { digest: string; text: string }[] {
    return [...this.#unwritten].map(([digest, text]) => ({ digest, text }));
  }

  written(contents: readonly { digest: string }[]): void {
    for (const { digest } of contents) this.#unwritten.delete(digest);
  }

  put(value: JsonValue): StoredValue {
    const json = this.#redact(wellFormedDeep(value));
    const text = textOf(json);
    return text.length <= inlineLength ? { json } : { digest: this.#hold(text), byteLength: Buffer.byteLength(text) };
  }

  /** The same for what is named by its digest alone, however small it is. */
  keep(value: JsonValue): Digest {
    return this.#hold(textOf(this.#redact(wellFormedDeep(value))));
  }

  /**
   * The same for a value that is put together from others: what is on record already is not written a second time, its
   * place is taken by a mark. The digest is that of the whole text all the same.
   */
  async assemble(pieces: readonly Piece[]): Promise<StoredValue> {
    const hash = sha256.create();
    let [template, byteLength] = ["", 0];
    for (let from = 0; from < pieces.length; from += readTogether) {
      const some = pieces.slice(from, from + readTogether);
      const texts = await this.#textsOf(some);
      for (const [index, text] of texts.entries()) {
        const bytes = Buffer.from(text);
        hash.update(bytes);
        byteLength += bytes.length;
        template += templateOf(some[index] ?? text);
      }
    }
    if (byteLength <= inlineLength) return { json: JSON.parse(await this.textOf(pieces)) };
    const digest = bytesToHex(hash.digest());
    this.#unwritten.set(digest, template);
    return { digest, byteLength };
  }

  /** The whole text of what is put together. */
  async textOf(pieces: readonly Piece[]): Promise<string> {
    return (await this.#textsOf(pieces)).join("");
  }

  async #textsOf(pieces: readonly Piece[]): Promise<string[]> {
    const read = await this.#read(pieces.flatMap((piece) => (typeof piece !== "string" && "digest" in piece.stored ? [piece.stored.digest] : [])));
    return pieces.map((piece) => (typeof piece === "string" ? piece : "json" in piece.stored ? textOf(piece.stored.json) : read(piece.stored.digest)));
  }

  /** Reads in one go what isn't at hand. @throws when a value is gone from the store. */
  async #read(digests: readonly Digest[]): Promise<(digest: Digest) => string> {
    const byDigest = new Map<Digest, string>();
    const absent: Digest[] = [];
    for (const digest of digests) {
      const text = this.#keptByDigest.get(digest);
      if (text === undefined) absent.push(digest);
      else byDigest.set(digest, text);
    }
    for (const { digest, text } of absent.length === 0 ? [] : await this.#list(absent)) {
      byDigest.set(digest, text);
      this.#keep(digest, text);
    }
    return (digest) => {
      const text = byDigest.get(digest);
      if (text === undefined) throw new Error(`The content ${digest} is missing.`);
      return text;
    };
  }

  /** @throws when the value is gone from the store. */
  async get(stored: StoredValue): Promise<JsonValue> {
    if ("json" in stored) return stored.json;
    return JSON.parse((await this.#read([stored.digest]))(stored.digest));
  }

  #hold(text: string): Digest {
    const digest = digestOfText(text);
    if (!this.#keptByDigest.has(digest)) this.#unwritten.set(digest, text);
    this.#keep(digest, text);
    return digest;
  }

  #keep(digest: Digest, text: string): void {
    if (this.#keptByDigest.has(digest)) return;
    this.#keptByDigest.set(digest, text);
    this.#kept += text.length;
    for (const [oldest, old] of this.#keptByDigest) {
      if (this.#kept <= keptLength) return;
      // What is nowhere else yet stays.
      if (this.#unwritten.has(oldest)) continue;
      this.#keptByDigest.delete(oldest);
      this.#kept -= old.length;
    }
  }
}

function textOf(json: JsonValue): string {
  const text = canonicalize(json);
  if (text === undefined) throw new TypeError("Only a JSON value can be stored.");
  return text;
}
