import canonicalize from "canonicalize";
import type { StoredValue } from "../../core/run/stored-value.ts";
import { digestOfText, type Digest } from "../../core/text/digest.ts";
import { wellFormedDeep } from "../../core/text/well-formed.ts";
import type { JsonValue } from "../../core/workflow/json-value.ts";

/** Longer values stand beside the events. In UTF-16 code units of the canonical text. */
const inlineLength = 2_000;
const keptLength = 16_000_000;

/** The values of one run while it is driven: what is to be written, and what was lately read or written. */
export class RunContents {
  readonly #find: (digest: string) => Promise<string | null>;
  readonly #keptByDigest = new Map<string, string>();
  #kept = 0;
  #unwritten = new Map<string, string>();

  constructor(find: (digest: string) => Promise<string | null>) {
    this.#find = find;
  }

  /** What goes along with the next commit. */
  get unwritten(): { digest: string; text: string }[] {
    return [...this.#unwritten].map(([digest, text]) => ({ digest, text }));
  }

  written(contents: readonly { digest: string }[]): void {
    for (const { digest } of contents) this.#unwritten.delete(digest);
  }

  put(value: JsonValue): StoredValue {
    const json = wellFormedDeep(value);
    const text = textOf(json);
    return text.length <= inlineLength ? { json } : { digest: this.#hold(text), byteLength: Buffer.byteLength(text) };
  }

  /** The same for what is named by its digest alone, however small it is. */
  keep(value: JsonValue): Digest {
    return this.#hold(textOf(wellFormedDeep(value)));
  }

  /** @throws when the value is gone from the store. */
  async get(stored: StoredValue): Promise<JsonValue> {
    if ("json" in stored) return stored.json;
    const { digest } = stored;
    const text = this.#unwritten.get(digest) ?? this.#keptByDigest.get(digest) ?? (await this.#find(digest));
    if (text === null) throw new Error(`The content ${digest} is missing.`);
    this.#keep(digest, text);
    return JSON.parse(text);
  }

  #hold(text: string): Digest {
    const digest = digestOfText(text);
    if (!this.#keptByDigest.has(digest)) this.#unwritten.set(digest, text);
    this.#keep(digest, text);
    return digest;
  }

  #keep(digest: string, text: string): void {
    if (this.#keptByDigest.has(digest)) return;
    this.#keptByDigest.set(digest, text);
    this.#kept += text.length;
    for (const [oldest, old] of this.#keptByDigest) {
      if (this.#kept <= keptLength) return;
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
