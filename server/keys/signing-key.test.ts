import { createPublicKey, verify } from "node:crypto";
import { expect, it } from "vitest";
import { createSigningKey, keyIdOf, signWith } from "./signing-key.ts";

const secret = "a secret of at least thirty-two characters";
const bytes = new TextEncoder().encode("what was decided");

it("signs what its public key verifies, and nothing else", () => {
  const key = createSigningKey(secret);
  const signature = Buffer.from(signWith(key, secret, bytes), "base64");
  expect(verify(null, bytes, createPublicKey(key.publicKey), signature)).toBe(true);
  expect(verify(null, new TextEncoder().encode("something else"), createPublicKey(key.publicKey), signature)).toBe(false);
  expect(keyIdOf(key.publicKey)).toBe(key.id);
});

it("is of no use without the secret, and says which one is missing", () => {
  const key = createSigningKey(secret);
  expect(key.encryptedPrivate).not.toContain("PRIVATE");
  expect(() => signWith(key, `${secret}!`, bytes)).toThrow(/COUNTERSIGN_SECRET/);
});

it("can't be exchanged for another stored key", () => {
  const [one, other] = [createSigningKey(secret), createSigningKey(secret)];
  expect(() => signWith({ ...one, encryptedPrivate: other.encryptedPrivate }, secret, bytes)).toThrow(/COUNTERSIGN_SECRET/);
});
