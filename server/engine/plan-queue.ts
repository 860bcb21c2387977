import { DBOSClient } from "@dbos-inc/dbos-sdk";

/** The name under which this application's work stands in the tables of DBOS. */
export const applicationName = "countersign";

/**
 * The version that work is bound to. It is ours and not a hash of the code, so that what waits in the queue when an
 * installation is upgraded is done by the newer version; it changes when waiting work can no longer be understood.
 */
export const applicationVersion = "1";

export const planQueueName = "plans";
export const planWorkflowName = "write-plan";

/** The server's own limit for idle transactions: setting another makes DBOS use pg in a way that pg warns of. */
export const serversOwn = 0;

/** The way into the queue, for processes that write no plans themselves. */
export interface PlanQueue {
  /** Puts a plan in the queue; one that is in it, or being written, isn't put in again. */
  enqueue(planId: string): Promise<void>;
  close(): Promise<void>;
}

/** Connects when something is put in for the first time. */
export function createPlanQueue(databaseUrl: string): PlanQueue {
  let connecting: Promise<DBOSClient> | undefined;
  const connect = () => (connecting ??= DBOSClient.create({ systemDatabaseUrl: databaseUrl, applicationName, systemDatabasePoolSize: 2, systemDatabaseIdleTransactionTimeoutMs: serversOwn, logger: quiet }));
  return {
    async enqueue(planId) {
      const client = await connect();
      await client.enqueue(
        {
          queueName: planQueueName,
          workflowName: planWorkflowName,
          appVersion: applicationVersion,
          deduplicationID: planId,
          duplicationPolicy: "return-existing",
        },
        planId,
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
  error: (entry: unknown) => console.error("The queue of plans:", entry),
};
