import type { Database } from "./client.ts";

/** Counts attempts per key in a window that begins with the first one. */
export function attemptRepository(database: Database) {
  return {
    // One statement: however many come at once, each gets a number of its own.
    async count(key: string, { now, windowMs }: { now: Date; windowMs: number }) {
      const windowEndsAt = new Date(now.getTime() + windowMs);
      const rows = await database.$queryRaw<[{ attempts: number; expires_at: Date }]>`
        INSERT INTO attempt_count (key, attempts, expires_at) VALUES (${key}, 1, ${windowEndsAt.toISOString()}::timestamptz)
        ON CONFLICT (key) DO UPDATE SET
          attempts = CASE WHEN attempt_count.expires_at <= ${now.toISOString()}::timestamptz THEN 1 ELSE attempt_count.attempts + 1 END,
          expires_at = CASE WHEN attempt_count.expires_at <= ${now.toISOString()}::timestamptz THEN excluded.expires_at ELSE attempt_count.expires_at END
        RETURNING attempts, expires_at`;
      return { attempts: rows[0].attempts, windowEndsAt: rows[0].expires_at };
    },

    async forgetExpired(now: Date) {
      await database.attemptCount.deleteMany({ where: { expiresAt: { lt: now } } });
    },

    async forget(key: string) {
      await database.attemptCount.deleteMany({ where: { key } });
    },
  };
}
