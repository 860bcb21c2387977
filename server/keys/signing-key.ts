import { createCipheriv, createDecipheriv, createHash, createPrivateKey, createPublicKey, generateKeyPairSync, hkdfSync, randomBytes, sign } from "node:crypto";

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
    encryptedPrivate: encrypt(privateKey.export({ type: "pkcs8", format: "der" }), secret, id),
  };
}

/**
 * Signs bytes with a stored key.
 * @returns the Ed25519 signature, base64.
 * @throws Error when the secret is not the one that the key was stored under.
 */
export function signWith(key: StoredKey, secret: string, bytes: Uint8Array): string {
  const privateKey = createPrivateKey({ key: decrypt(key.encryptedPrivate, secret, key.id), format: "der", type: "pkcs8" });
  return sign(null, bytes, privateKey).toString("base64");
}

/** The id under which signatures name a public key. @throws when the text is no public key. */
export function keyIdOf(publicKeyPem: string): string {
  const spki = createPublicKey(publicKeyPem).export({ type: "spki", format: "der" });
  return createHash("sha256").update(spki).digest("hex");
}

/** One key per purpose, so that the secret itself never encrypts anything. */
function wrappingKey(secret: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", "countersign signing key", 32));
}

function encrypt(plain: Buffer, secret: string, id: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", wrappingKey(secret), nonce).setAAD(Buffer.from(id));
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()]);
  return [nonce, cipher.getAuthTag(), ciphertext].map((part) => part.toString("base64")).join(".");
}

function decrypt(encrypted: string, secret: string, id: string): Buffer {
  const [nonce, tag, ciphertext] = encrypted.split(".").map((part) => Buffer.from(part, "base64"));
  if (nonce === undefined || tag === undefined || ciphertext === undefined) throw new Error("The signing key is not stored as it should be.");
  const decipher = createDecipheriv("aes-256-gcm", wrappingKey(secret), nonce).setAuthTag(tag).setAAD(Buffer.from(id));
  try {
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  } catch (cause) {
    throw new Error("The signing key was stored under another COUNTERSIGN_SECRET: start with that one again.", { cause });
  }
}
