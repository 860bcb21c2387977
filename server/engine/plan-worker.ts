import { DBOS } from "@dbos-inc/dbos-sdk";
import { applicationName, applicationVersion, planQueueName, planWorkflowName, quiet, serversOwn } from "./plan-queue.ts";

const plansAtOnce = 4;
const pollEveryMs = 250;
const lookEveryMs = 1_000;
const finishWithinMs = 3_000;

/** What the queue needs from those who know what a plan is. */
export interface PlanDuties {
  /** Unique to this process: nothing of another process's is taken for its own. */
  workerId: string;
  /** Writes a plan, or goes on with it, and records how that ended; aborted, it leaves the plan as it is. */
  write(planId: string, signal: AbortSignal): Promise<void>;
  /** Plans that are to be written, and plans that somebody should be writing. */
  open(): Promise<{ pending: readonly string[]; writing: readonly string[] }>;
  enqueue(planId: string): Promise<void>;
  /** Records that a plan is no longer written: its worker is gone, or this one is leaving. */
  interrupt(planId: string, worker: "gone" | "leaving"): Promise<void>;
  living(workerIds: readonly string[]): Promise<ReadonlySet<string>>;
}

/** A worker that takes plans from the queue until it is closed. */
export interface PlanWorker {
  close(): Promise<void>;
}

/** Makes the tables of the queue; does nothing where they are. */
export async function preparePlanQueue(databaseUrl: string): Promise<void> {
  await DBOS.migrate(databaseUrl);
}

/**
 * Takes plans from the queue and looks after those of workers that are gone. One per process.
 * @throws when the database can't be reached.
 */
export async function startPlanWorker(databaseUrl: string, duties: PlanDuties): Promise<PlanWorker> {
  const controllersById = new Map<string, AbortController>();
  let isClosing = false;
  DBOS.setConfig({
    name: applicationName,
    applicationVersion,
    executorID: duties.workerId,
    systemDatabaseUrl: databaseUrl,
    systemDatabasePoolSize: 6,
    systemDatabaseIdleTransactionTimeoutMs: serversOwn,
    listenQueues: [planQueueName],
    logger: quiet,
  });
  DBOS.registerWorkflow(
    (planId: string) =>
      DBOS.runStep(async () => {
        const controller = new AbortController();
        controllersById.set(planId, controller);
        try {
          await duties.write(planId, controller.signal);
          if (isClosing) await duties.interrupt(planId, "leaving");
        } finally {
          // Canceled and resumed at once, a plan may be written anew before the old writing has stopped.
          if (controllersById.get(planId) === controller) controllersById.delete(planId);
        }
      }),
    { name: planWorkflowName },
  );
  await DBOS.launch();
  await DBOS.registerQueue(planQueueName, { workerConcurrency: plansAtOnce, minPollingIntervalMs: pollEveryMs, onConflict: "always_update" });

  let timer: NodeJS.Timeout | undefined;
  const look = async () => {
    try {
      await lookAfterPlans(duties, controllersById);
    } catch (error) {
      if (!isClosing) console.error("Plans are looked after again in a second:", error);
    }
    if (!isClosing) timer = setTimeout(() => (looking = look()), lookEveryMs);
  };
  let looking = look();

  return {
    async close() {
      isClosing = true;
      clearTimeout(timer);
      for (const controller of controllersById.values()) controller.abort();
      await looking;
      await DBOS.shutdown({ deregister: true, workflowCompletionTimeoutMS: finishWithinMs });
    },
  };
}

/**
 * Finds what nobody else would: plans whose worker is gone are marked, plans that were asked for just before a process
 * ended are put in the queue, and writing that somebody canceled is stopped.
 */
async function lookAfterPlans(duties: PlanDuties, controllersById: ReadonlyMap<string, AbortController>): Promise<void> {
  const { pending, writing } = await duties.open();
  const open = new Set([...pending, ...writing]);
  for (const [planId, controller] of controllersById) if (!open.has(planId)) controller.abort();
  if (open.size === 0) return;

  const taken = await DBOS.listWorkflows({ queueName: planQueueName, status: "PENDING" });
  const living = await duties.living([...new Set(taken.flatMap(({ executorId }) => executorId ?? []))]);
  const written = new Set<unknown>();
  for (const { workflowID, executorId, input } of taken) {
    if (executorId !== undefined && living.has(executorId)) written.add(input?.[0]);
    else await DBOS.cancelWorkflow(workflowID);
  }
  for (const planId of writing) if (!written.has(planId)) await duties.interrupt(planId, "gone");
  for (const planId of pending) if (!written.has(planId)) await duties.enqueue(planId);
}
