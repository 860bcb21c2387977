import { DBOS } from "@dbos-inc/dbos-sdk";
import { repeat } from "./repeat.ts";
import { applicationName, applicationVersion, quiet, serversOwn, workflowNames, type QueueName } from "./work-queue.ts";

const lookEveryMs = 1_000;
const finishWithinMs = 3_000;
/** The tables of the queue say nothing that our own records don't: what has ended stays there for a while, for whoever looks for a fault. */
const keepEndedMs = 60 * 60_000;
const forgetEveryMs = 60_000;
const forgottenAtOnce = 500;

/** What one queue needs from those who know what is in it. */
export interface QueueDuties {
  queueName: QueueName;
  /** At most so many at the same time in this process. */
  atOnce: number;
  pollEveryMs: number;
  /** Works on a plan or a run and records how that ended; aborted, it leaves it as it is. */
  carryOut(id: string, signal: AbortSignal): Promise<void>;
  /** What is to be done, and what somebody should be doing and nobody else may begin. */
  open(): Promise<{ pending: readonly string[]; begun: readonly string[] }>;
  enqueue(id: string): Promise<void>;
  /** Records that nobody does what was begun: its worker is gone, or this one is leaving. */
  interrupt(id: string, worker: "gone" | "leaving"): Promise<void>;
}

export interface WorkerSettings {
  databaseUrl: string;
  /** Unique to this process: nothing of another process's is taken for its own. */
  workerId: string;
  living(workerIds: readonly string[]): Promise<ReadonlySet<string>>;
}

/** One plan or run that this process has in hand. */
interface InWork {
  id: string;
  controller: AbortController;
}

/** A worker that takes from its queues until it is closed. */
export interface QueueWorker {
  close(): Promise<void>;
}

/** Makes the tables of the queues; does nothing where they are. */
export async function prepareQueues(databaseUrl: string): Promise<void> {
  await DBOS.migrate(databaseUrl);
}

/**
 * Takes from the queues and looks after what workers that are gone had begun. One per process.
 * @throws when the database can't be reached.
 */
export async function startQueueWorker({ databaseUrl, workerId, living }: WorkerSettings, queues: readonly QueueDuties[]): Promise<QueueWorker> {
  let isClosing = false;
  DBOS.setConfig({
    name: applicationName,
    applicationVersion,
    executorID: workerId,
    systemDatabaseUrl: databaseUrl,
    systemDatabasePoolSize: 6,
    systemDatabaseIdleTransactionTimeoutMs: serversOwn,
    listenQueues: queues.map(({ queueName }) => queueName),
    logger: quiet,
  });
  const lines = queues.map((duties) => ({ duties, inWork: new Set<InWork>() }));
  for (const { duties, inWork } of lines) {
    DBOS.registerWorkflow(
      (id: string) =>
        DBOS.runStep(async () => {
          // Canceled and resumed at once, it may be begun anew before the old work has stopped.
          const mine = { id, controller: new AbortController() };
          inWork.add(mine);
          try {
            await duties.carryOut(id, mine.controller.signal);
            if (isClosing) await duties.interrupt(id, "leaving");
          } finally {
            inWork.delete(mine);
          }
        }),
      { name: workflowNames[duties.queueName] },
    );
  }
  await DBOS.launch();
  for (const { queueName, atOnce, pollEveryMs } of queues) {
    await DBOS.registerQueue(queueName, { workerConcurrency: atOnce, minPollingIntervalMs: pollEveryMs, onConflict: "always_update" });
  }

  let timer: NodeJS.Timeout | undefined;
  const look = async () => {
    try {
      for (const { duties, inWork } of lines) await lookAfter(duties, inWork, living);
    } catch (error) {
      if (!isClosing) console.error("The queues are looked after again in a second:", error);
    }
    if (!isClosing) timer = setTimeout(() => (looking = look()), lookEveryMs);
  };
  let looking = look();
  const forgetting = repeat(() => forgetEnded(new Date(Date.now() - keepEndedMs)), { everyMs: forgetEveryMs, onFailure: (error) => console.error("What has ended leaves the queues a minute later:", error) });

  return {
    async close() {
      isClosing = true;
      clearTimeout(timer);
      await forgetting.close();
      for (const { inWork } of lines) for (const { controller } of inWork) controller.abort();
      await looking;
      await DBOS.shutdown({ deregister: true, workflowCompletionTimeoutMS: finishWithinMs });
    },
  };
}

/** Takes what ended before a moment out of the tables of the queues; nothing else would, and they would grow for ever. */
export async function forgetEnded(before: Date): Promise<void> {
  for (;;) {
    const ended = await DBOS.listWorkflows({
      status: ["SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"],
      completedBefore: before.toISOString(),
      applicationName,
      limit: forgottenAtOnce,
      loadInput: false,
      loadOutput: false,
    });
    if (ended.length > 0) await DBOS.deleteWorkflows(ended.map(({ workflowID }) => workflowID));
    if (ended.length < forgottenAtOnce) return;
  }
}

/**
 * Finds what nobody else would: what was begun by a worker that is gone is marked, what was asked for just before a
 * process ended is put in the queue, and work that somebody ended is stopped.
 */
async function lookAfter(duties: QueueDuties, inWork: ReadonlySet<InWork>, living: WorkerSettings["living"]): Promise<void> {
  const { pending, begun } = await duties.open();
  const open = new Set([...pending, ...begun]);
  for (const { id, controller } of inWork) if (!open.has(id)) controller.abort();
  if (open.size === 0) return;

  const inQueue = await DBOS.listWorkflows({ queueName: duties.queueName, status: ["ENQUEUED", "PENDING"] });
  const taken = inQueue.filter(({ status }) => status === "PENDING");
  const alive = await living([...new Set(taken.flatMap(({ executorId }) => executorId ?? []))]);
  const inHand = new Set<unknown>(inQueue.filter((one) => !taken.includes(one)).map(({ input }) => input?.[0]));
  for (const { workflowID, executorId, input } of taken) {
    if (executorId !== undefined && alive.has(executorId)) inHand.add(input?.[0]);
    else await DBOS.cancelWorkflow(workflowID);
  }
  for (const id of begun) if (!inHand.has(id)) await duties.interrupt(id, "gone");
  for (const id of pending) if (!inHand.has(id)) await duties.enqueue(id);
}
