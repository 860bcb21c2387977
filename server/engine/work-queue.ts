import { DBOSClient } from "@dbos-inc/dbos-sdk";

/** The name under which this application's work stands in the tables of DBOS. */
export const applicationName = "countersign";

/**
 * The version that work is bound to. It is ours and not a hash of the code, so that what waits in the queue when an
 * installation is upgraded is done by the newer version; it changes when waiting work can no longer be understood.
 */
export const applicationVersion = "1";

/** What workers do, by the queue in which it waits. */
export const workflowNames = { plans: "write-plan", runs: "drive-run" } as const;

export type QueueName = keyof typeof workflowNames;

/** The server's own limit for idle transactions: setting another makes DBOS use pg in a way that pg warns of. */
export const serversOwn = 0;

/** The way into the queues, for processes that do none of the work themselves. */
export interface WorkQueue {
  /**
   * Puts a plan or a run in its queue; one that is in it, or being worked on, isn't put in again.
   * @param occasion puts it in once more for this, so that whoever is just leaving off needs no word of it.
   */
  enqueue(queueName: QueueName, id: string, occasion?: string): Promise<void>;
  close(): Promise<void>;
}

/** Connects when something is put in for the first time. */
export function createWorkQueue(databaseUrl: string): WorkQueue {
  let connecting: Promise<DBOSClient> | undefined;
  const connect = () => (connecting ??= DBOSClient.create({ systemDatabaseUrl: databaseUrl, applicationName, systemDatabasePoolSize: 2, systemDatabaseIdleTransactionTimeoutMs: serversOwn, logger: quiet }));
  return {
    async enqueue(queueName, id, occasion) {
      const client = await connect();
      await client.enqueue(
        {
          queueName,
          workflowName: workflowNames[queueName],
          appVersion: applicationVersion,
          deduplicationID: occasion === undefined ? id : `${id} ${occasion}`,
          duplicationPolicy: "return-existing",
        },
        id,
      );
    },
    async close() {
      await (await connecting)?.destroy();
    },
  };
}

/** Only what needs somebody's eyes gets into our output. */
export const quiet = {
  info: () => undefined,
  debug: () => undefined,
  warn: () => undefined,
  error: (entry: unknown) => console.error("The queue:", entry),
};
