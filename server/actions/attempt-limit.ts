import { digestOfText } from "../../core/text/digest.ts";
import type { Ports } from "./ports.ts";

const windowMs = 15 * 60 * 1000;

/**
 * How often something guessable may be tried within 15 minutes. An account's limit holds whatever address the
 * attempts come from; an address's is wide, because a whole office may share one.
 */
const limits = { account: 10, link: 30, address: 300 } as const;

/** What was tried, and on whose account, from which address or on which kind of link. */
export interface AttemptKey {
  kind: keyof typeof limits;
  value: string;
}

/**
 * Counts an attempt before it is made, so that parallel ones can't slip through together.
 * @returns how many seconds to wait, or null when the attempt may be made.
 */
export async function countAttempt({ store, now }: Pick<Ports, "store" | "now">, key: AttemptKey): Promise<number | null> {
  const at = now();
  const { attempts, windowEndsAt } = await store.attempts.count(storedKey(key), { now: at, windowMs });
  if (attempts <= limits[key.kind]) return null;
  return Math.max(1, Math.ceil((windowEndsAt.getTime() - at.getTime()) / 1000));
}

/** Forgets the attempts on a key, after one succeeded. */
export function forgetAttempts({ store }: Pick<Ports, "store">, key: AttemptKey): Promise<void> {
  return store.attempts.forget(storedKey(key));
}

/** A digest: what people typed into a sign-in form is not kept. */
function storedKey({ kind, value }: AttemptKey): string {
  return `${kind}:${digestOfText(value)}`;
}
