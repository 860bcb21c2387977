import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { PlanStatus } from "../core/workflow/plan-status.ts";
import { auditEndedRuns } from "./actions/audit-run.ts";
import { indexRun } from "./actions/index-run.ts";
import { differencesOfRun, loadRun } from "./actions/load-run.ts";
import type { Ports } from "./actions/ports.ts";
import { interruptPlan, runPlan } from "./actions/run-plan.ts";
import type { createPrisma } from "./db/client.ts";
import { showGlimpse } from "./db/glimpses.ts";
import { isOutage } from "./db/is-outage.ts";
import { holdWorkerLock, livingWorkers } from "./db/worker-lock.ts";
import type { Executors } from "./engine/executors/executor.ts";
import type { QueueDuties } from "./engine/queue-worker.ts";
import { repeat } from "./engine/repeat.ts";
import type { RunPorts } from "./engine/run-ports.ts";
import { listenToLog } from "./live/log-listener.ts";
import { TopicNotices } from "./live/topic-notices.ts";

const auditEveryMs = 1_000;
const stepsAtOnce = 64;
const triesToIndex = 5;
const indexAgainAfterMs = 2_000;

/** What a worker's process has made of its rooms before it takes up work. */
interface WorkParts extends Pick<RunPorts, "model" | "tools" | "redact"> {
  databaseUrl: string;
  prisma: ReturnType<typeof createPrisma>;
  ports: Ports;
  /** Has a worker drive a run. @param occasion for which it is asked; the same one twice changes nothing. */
  enqueueRun(runId: string, occasion?: string): Promise<void>;
  /** In the place of those that are built in. */
  executors: Partial<Executors>;
}

/** Writes plans, drives runs and audits those that ended, from the queues until it is closed; for workers. */
export async function startQueueWork(parts: WorkParts) {
  const { databaseUrl, prisma, ports } = parts;
  const { startQueueWorker } = await import("./engine/queue-worker.ts");
  const workerId = `worker-${randomUUID()}`;
  const lock = await holdWorkerLock(databaseUrl, workerId);
  const living = (workerIds: readonly string[]) => livingWorkers(prisma, workerIds);
  const notices = new TopicNotices((events) => listenToLog(databaseUrl, events));
  const running = await runPorts(parts, { workerId, living, follow: (runId, onGrown) => notices.follow(`run:${runId}`, onGrown) });
  const worker = await startQueueWorker({ databaseUrl, workerId, living }, [planDuties(ports), await runDuties(parts, running)]);
  const auditing = repeat(() => auditEndedRuns(ports), { everyMs: auditEveryMs, onFailure: (error) => console.error("Runs are audited again in a second:", error) });
  return {
    workerId,
    async close() {
      await auditing.close();
      await worker.close();
      await notices.close();
      await lock.release();
    },
  };
}

function planDuties(ports: Ports): QueueDuties {
  return {
    queueName: "plans",
    atOnce: 4,
    pollEveryMs: 250,
    carryOut: (planId, signal) => runPlan(ports, planId, signal),
    open: async () => {
      const plans = await ports.store.plans.listByStatus(["pending", "writing"]);
      const idsOf = (status: PlanStatus) => plans.filter((plan) => plan.status === status).map(({ id }) => id);
      return { pending: idsOf("pending"), begun: idsOf("writing") };
    },
    enqueue: ports.planning.enqueue,
    interrupt: (planId, why) => interruptPlan(ports, planId, why),
  };
}

async function runDuties({ ports, enqueueRun }: WorkParts, running: RunPorts): Promise<QueueDuties> {
  const { driveRun } = await import("./engine/drive-run.ts");
  return {
    queueName: "runs",
    atOnce: 16,
    pollEveryMs: 100,
    async carryOut(runId, signal) {
      await driveRun(running, runId, signal);
      await indexPatiently(ports, runId);
    },
    open: async () => ({ pending: (await ports.store.runs.listWantingDriver(ports.now())).map(({ id }) => id), begun: [] }),
    enqueue: enqueueRun,
    interrupt: async () => undefined,
  };
}

/**
 * Nobody asks for it again once a run has ended: a database that has no time just now is asked some more times. Done in
 * any case: work on a run that has ended is aborted by whoever looks after the queues, sometimes before this begins.
 */
async function indexPatiently(ports: Ports, runId: string): Promise<void> {
  for (let triesLeft = triesToIndex; triesLeft > 0; triesLeft -= 1) {
    try {
      return await indexRun(ports, runId);
    } catch (error) {
      console.error(`Run ${runId} is found by its words later:`, error);
    }
    await delay(indexAgainAfterMs, undefined, { ref: false });
  }
}

async function runPorts({ prisma, ports, executors: own, ...parts }: WorkParts, worker: Pick<RunPorts, "workerId" | "living" | "follow">): Promise<RunPorts> {
  const { store, now } = ports;
  const [{ executors }, { Slots }] = await Promise.all([import("./engine/executors/executors.ts"), import("./engine/slots.ts")]);
  return {
    ...worker,
    now,
    newId: randomUUID,
    load: (runId) => loadRun(ports, runId),
    differences: (runId) => differencesOfRun(ports, runId),
    claim: store.runs.claim,
    rest: (runId, at) => store.transaction((records) => records.runs.rest(runId, at)),
    letGo: store.runs.letGo,
    log: store.runLog,
    listContents: store.runContents.list,
    show: (runId, stepId, words) => showGlimpse(prisma, { topic: `run:${runId}`, about: stepId, data: words }),
    executors: { ...executors, ...own },
    model: parts.model,
    findSource: store.sources.find,
    tools: parts.tools,
    isOutage,
    redact: parts.redact,
    slots: new Slots(stepsAtOnce),
    driving: new Map(),
  };
}
