import type { Ports } from "./ports.ts";

/** Forgets what has run out anyway: sessions past their end, attempt counts past their window. */
export async function pruneExpired({ store, now }: Pick<Ports, "store" | "now">): Promise<void> {
  const at = now();
  await store.sessions.forgetExpired(at);
  await store.attempts.forgetExpired(at);
}
