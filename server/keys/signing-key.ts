import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import { seal, unseal } from "./seal-secret.ts";

/** A key as it is stored: the public half to give away, the private half only under the installation's secret. */
export interface StoredKey {
  /** SHA-256 of the public key's DER bytes, hexadecimal. */
  id: string;
  /** SPKI in PEM. */
  publicKey: string;
  /** AES-256-GCM: nonce, tag and ciphertext of the PKCS #8 bytes, base64, with dots between. */
  encryptedPrivate: string;
}

/** Makes an Ed25519 key pair for signing decisions. */
export function createSigningKey(secret: string): StoredKey {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const spki = publicKey.export({ type: "spki", format: "der" });
  const id = createHash("sha256").update(spki).digest("hex");
  return {
    id,
    publicKey: publicKey.export({ type: "spki", format: "pem" }).toString(),
    encryptedPrivate: seal(privateKey.export({ type: "pkcs8", format: "der" }), secret, placeOf(id)),
  };
}

/**
 * Signs bytes with a stored key.
 * @returns the Ed25519 signature, base64.
 * @throws Error when the secret is not the one that the key was stored under.
 */
export function signWith(key: StoredKey, secret: string, bytes: Uint8Array): string {
  const bytesOfKey = unseal(key.encryptedPrivate, secret, placeOf(key.id));
  if (bytesOfKey === null) throw new Error("The signing key was stored under another COUNTERSIGN_SECRET: start with that one again.");
  const privateKey = createPrivateKey({ key: bytesOfKey, format: "der", type: "pkcs8" });
  return sign(null, bytes, privateKey).toString("base64");
}

/** The id under which signatures name a public key. @throws when the text is no public key. */
export function keyIdOf(publicKeyPem: string): string {
  const spki = createPublicKey(publicKeyPem).export({ type: "spki", format: "der" });
  return createHash("sha256").update(spki).digest("hex");
}

const placeOf = (id: string) => ({ purpose: "countersign signing key", id }) as const;
