import pg from "pg";
import type { Database } from "./client.ts";

const retryAfterMs = 1_000;

/** A worker's sign of life: a lock that Postgres drops with the worker's connection, however the worker ended. */
export interface WorkerLock {
  release(): Promise<void>;
}

/**
 * Takes the lock and holds it until it is released; a connection that Postgres cuts is opened again.
 * @throws when Postgres can't be reached the first time.
 */
export async function holdWorkerLock(databaseUrl: string, workerId: string): Promise<WorkerLock> {
  let isReleased = false;
  let client = await take(databaseUrl, workerId, retake);
  let retry: NodeJS.Timeout | undefined;

  function retake(): void {
    if (isReleased) return;
    retry = setTimeout(() => {
      take(databaseUrl, workerId, retake).then((taken) => {
        client = taken;
        return isReleased ? taken.end() : undefined;
      }, retake);
    }, retryAfterMs);
  }

  return {
    async release() {
      isReleased = true;
      clearTimeout(retry);
      await client.end();
    },
  };
}

async function take(databaseUrl: string, workerId: string, onLost: () => void): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true });
  client.on("error", () => client.end().catch(() => undefined));
  await client.connect();
  await client.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [workerId]);
  client.once("end", onLost);
  return client;
}

/** Which of these workers are alive: those whose lock somebody holds. */
export async function livingWorkers(database: Database, workerIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await database.$queryRaw<{ id: string }[]>`
    SELECT worker.id
      FROM unnest(${[...workerIds]}::text[]) AS worker(id)
     WHERE EXISTS (
       SELECT 1 FROM pg_locks
        WHERE locktype = 'advisory' AND objsubid = 1 AND granted
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND ((classid::bigint << 32) | objid::bigint) = hashtextextended(worker.id, 0))`;
  return new Set(rows.map(({ id }) => id));
}
