import type { Database } from "./client.ts";

/** How long runs stood when somebody last folded them: a shortcut, never the truth. */
export function runSnapshotRepository(database: Database) {
  return {
    /** The packed state. */
    async find(runId: string) {
      return (await database.runSnapshot.findUnique({ where: { runId } }))?.packed ?? null;
    },

    /** Keeps what is further on, where two write at once; one in an older format gives way to the same in this. */
    async put(runId: string, { sequence, packed }: { sequence: number; packed: string }) {
      await database.$executeRaw`
        INSERT INTO run_snapshot (run_id, sequence, packed) VALUES (${runId}::uuid, ${sequence}, ${packed})
        ON CONFLICT (run_id) DO UPDATE SET sequence = excluded.sequence, packed = excluded.packed WHERE run_snapshot.sequence <= excluded.sequence`;
    },
  };
}
