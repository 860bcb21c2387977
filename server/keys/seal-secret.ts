import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** What a sealed text is for: its key is derived for the purpose, and it opens only where it was meant to lie. */
export interface SealPlace {
  purpose: "countersign signing key" | "countersign provider key";
  /** The id of the row. */
  id: string;
}

/** Encrypts bytes under the installation's secret: AES-256-GCM; nonce, tag and ciphertext in base64, with dots between. */
export function seal(plain: Buffer, secret: string, { purpose, id }: SealPlace): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(secret, purpose), nonce).setAAD(Buffer.from(id));
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()]);
  return [nonce, cipher.getAuthTag(), ciphertext].map((part) => part.toString("base64")).join(".");
}

/** @returns what was sealed; null when the secret is another one, or it was meant for another place. */
export function unseal(sealed: string, secret: string, { purpose, id }: SealPlace): Buffer | null {
  const [nonce, tag, ciphertext] = sealed.split(".").map((part) => Buffer.from(part, "base64"));
  if (nonce === undefined || tag === undefined || ciphertext === undefined) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyFor(secret, purpose), nonce).setAAD(Buffer.from(id)).setAuthTag(tag);
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  } catch {
    return null;
  }
}

/** One key per purpose, so that the secret itself never encrypts anything. */
function keyFor(secret: string, purpose: SealPlace["purpose"]): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", purpose, 32));
}
