/** Shorter ones can't be told from ordinary words. */
const shortestSecret = 8;
const mark = "[redacted]";

/** Takes secrets out of texts, in any spelling in which they can be read back. */
export interface Redactor {
  text(text: string): string;
  /** For a text that comes in pieces: what might be the beginning of a secret is held back until it is known. */
  stream(): { push(piece: string): string; end(): string };
}

export function redactorOf(secrets: readonly string[]): Redactor {
  const forms = [...new Set(secrets.filter(({ length }) => length >= shortestSecret).flatMap(spellings))].toSorted((a, b) => b.length - a.length);
  if (forms.length === 0) return { text: (text) => text, stream: () => ({ push: (piece) => piece, end: () => "" }) };
  const pattern = new RegExp(forms.map((form) => form.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)).join("|"), "gi");
  const lowered = forms.map((form) => form.toLowerCase());
  const longest = Math.max(...forms.map(({ length }) => length));
  const text = (whole: string) => whole.replaceAll(pattern, mark);
  return {
    text,
    stream() {
      let held = "";
      return {
        push(piece) {
          const clean = text(held + piece);
          const kept = openEnd(clean, lowered, longest);
          held = clean.slice(clean.length - kept);
          return clean.slice(0, clean.length - kept);
        },
        end() {
          const rest = held;
          held = "";
          return rest;
        },
      };
    },
  };
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

/** How many characters at the end may be the beginning of a secret. */
function openEnd(text: string, forms: readonly string[], longest: number): number {
  const tail = text.slice(-(longest - 1)).toLowerCase();
  for (let length = tail.length; length > 0; length -= 1) {
    const end = tail.slice(tail.length - length);
    if (forms.some((form) => form.length > length && form.startsWith(end))) return length;
  }
  return 0;
}
