import type { Database } from "./client.ts";

/** Values that events of runs refer to, each once per run; written with the events. */
export function runContentRepository(database: Database) {
  return {
    /** The canonical text under a digest. */
    async find(runId: string, digest: string) {
      return (await database.runContent.findUnique({ where: { runId_digest: { runId, digest } } }))?.text ?? null;
    },

    list(runId: string, digests: readonly string[]) {
      return database.runContent.findMany({ where: { runId, digest: { in: [...digests] } }, select: { digest: true, text: true } });
    },
  };
}
