import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KnownSecrets } from "./known-secrets.ts";

const secret = 'sk-canary-"Zm9v\\+0123/abcdef';

function knowing(...secrets: string[]): KnownSecrets {
  const known = new KnownSecrets();
  known.learn(secrets);
  return known;
}

const spelled: [string, string][] = [
  ["as it is", secret],
  ["in other letters", secret.toUpperCase()],
  ["percent-encoded", encodeURIComponent(secret)],
  ["as JSON writes it", JSON.stringify(secret)],
  ["in hexadecimal", Buffer.from(secret).toString("hex")],
  ["in base64 after one byte", Buffer.from(`:${secret}`).toString("base64")],
  ["in base64 for addresses", Buffer.from(`ab${secret}`).toString("base64url")],
];

describe("known secrets", () => {
  test.each(spelled)("leave a text %s", (_name, spelling) => {
    const text = knowing(secret).text(`before ${spelling} after`);
    expect(text).toMatch(/^before .{0,3}\[redacted\].{0,3} after$/);
    expect(knowing(secret).text("nothing of it")).toBe("nothing of it");
  });

  test("leave every text of a value, and a value without them stays the same", () => {
    const known = knowing(secret, "another-secret");
    expect(known.json({ list: [{ [secret]: `x ${secret}`, count: 3, none: null }], deep: "another-secret!" })).toEqual({ list: [{ "[redacted]": "x [redacted]", count: 3, none: null }], deep: "[redacted]!" });
    const value = { text: "plain" };
    expect(known.json(value)).toBe(value);
  });

  test("leave a text that comes in pieces, wherever it is cut", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "sk-", "sk-canary-", secret, "\n", "é"), { maxLength: 12 }), fc.array(fc.nat(9), { minLength: 1, maxLength: 40 }), (words, sizes) => {
        const whole = words.join("");
        const stream = knowing(secret).stream();
        let [at, said, turn] = [0, "", 0];
        while (at < whole.length) {
          const size = 1 + (sizes[turn % sizes.length] ?? 0);
          said += stream.push(whole.slice(at, at + size));
          at += size;
          turn += 1;
        }
        said += stream.end();
        expect(said).toBe(knowing(secret).text(whole));
      }),
    );
  });

  test("are learned one after the other; what could be an ordinary word is none", () => {
    const known = knowing("first-secret");
    known.learn([null, "word", "second-secret"]);
    expect(known.text("first-secret, second-secret and word")).toBe("[redacted], [redacted] and word");
    expect(new KnownSecrets().text("anything")).toBe("anything");
  });
});
