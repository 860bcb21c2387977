/** Shorter ones can't be told from ordinary words. */
const shortestSecret = 8;
const mark = "[redacted]";

/**
 * The secrets that this process has held. They are taken out of what others said, what is recorded and what is printed,
 * in any spelling in which they can be read back; who opens a secret has it learned first.
 */
export class KnownSecrets {
  readonly #known = new Set<string>();
  /** In small letters, the longest first. */
  #forms: string[] = [];
  #pattern = /(?!)/g;

  learn(secrets: readonly (string | null)[]): void {
    const news = secrets.filter((secret): secret is string => secret !== null && secret.length >= shortestSecret && !this.#known.has(secret));
    if (news.length === 0) return;
    for (const secret of news) this.#known.add(secret);
    const forms = [...new Set([...this.#known].flatMap(spellings))].toSorted((a, b) => b.length - a.length);
    this.#forms = forms.map((form) => form.toLowerCase());
    this.#pattern = new RegExp(forms.map((form) => form.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)).join("|"), "gi");
  }

  text(text: string): string {
    return this.#mayHold(text) ? text.replaceAll(this.#pattern, mark) : text;
  }

  /** The same for every text in a JSON value; its keys included. */
  json<Value>(value: Value): Value {
    const text = JSON.stringify(value);
    return text === undefined || !this.#mayHold(text) ? value : this.#deep(value);
  }

  /** For a text that comes in pieces: what might be the beginning of a secret is held back until it is known. */
  stream(): { push(piece: string): string; end(): string } {
    let held = "";
    return {
      push: (piece) => {
        const clean = this.text(held + piece);
        const kept = this.#openEnd(clean);
        held = clean.slice(clean.length - kept);
        return clean.slice(0, clean.length - kept);
      },
      end: () => {
        const rest = held;
        held = "";
        return rest;
      },
    };
  }

  /** Quicker than the pattern, which only few texts need. */
  #mayHold(text: string): boolean {
    const lowered = text.toLowerCase();
    return this.#forms.some((form) => lowered.includes(form));
  }

  #deep<Value>(value: Value): Value;
  #deep(value: unknown): unknown {
    if (typeof value === "string") return this.text(value);
    if (Array.isArray(value)) return value.map((one) => this.#deep(one));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [this.text(key), this.#deep(one)]));
  }

  /** How many characters at the end may be the beginning of a secret. */
  #openEnd(text: string): number {
    const tail = text.slice(-Math.max(1, (this.#forms[0]?.length ?? 0) - 1)).toLowerCase();
    for (let length = tail.length; length > 0; length -= 1) {
      const end = tail.slice(tail.length - length);
      if (this.#forms.some((form) => form.length > length && form.startsWith(end))) return length;
    }
    return 0;
  }
}

/** As it is, percent-encoded, as JSON writes it, in hexadecimal, and in base64 wherever in a longer text it begins. */
function spellings(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const base64 = [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
    // The first and the last characters also depend on what stands beside it.
    const own = text.slice(Math.ceil((before * 4) / 3), Math.floor(((before + bytes.length) * 4) / 3));
    return [own, own.replaceAll("+", "-").replaceAll("/", "_")];
  });
  return [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), bytes.toString("hex"), ...base64];
}
