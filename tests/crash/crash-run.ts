import { fork, type ChildProcess } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { typescriptFlags } from "../../scripts/checkout.mjs";
import { startPostgres } from "../../scripts/postgres.mjs";
import type { RunEntry } from "../../core/run/run-event.ts";
import type { GraphInput } from "../../core/workflow/graph.ts";
import { createServices, type Services } from "../../server/services.ts";
import { approvedRun } from "../setup/approved-run.ts";
import { effectTool, journalOf } from "./effect-tool.ts";

const lookEveryMs = 100;

export interface CrashPlan {
  /** At the beginning; whoever is killed is replaced. */
  workers: number;
  /** In all, half of them one after the other, half beside each other. */
  steps: number;
  takesMs: number;
  killEveryMs: number;
  /** Then the run is left in peace: on a slow machine drivers may die faster than any step takes. */
  mostKills: number;
  /** At which kill Postgres is killed as well. */
  postgresAtKill: number;
  giveUpAfterMs: number;
}

export interface CrashOutcome {
  entries: RunEntry[];
  kills: number;
  /** From the kill of a driver to the next worker's first event. */
  takeOverMs: number[];
  postgresBackMs: number;
  /** Idempotency keys and steps, one per execution. */
  executions: { key: string; step: string }[];
  /** Files that were written, by key. */
  effectKeys: string[];
  totalMs: number;
}

interface Worker {
  child: ChildProcess;
  workerId: string;
}

/** Kills whoever drives a run, again and again, and Postgres once, until the run has ended all the same. */
export async function crashRun(plan: CrashPlan, say: (line: string) => void = () => undefined): Promise<CrashOutcome> {
  const [dataFolder = "", effects = ""] = ["postgres", "effects"].map((name) => mkdtempSync(join(tmpdir(), `countersign-crash-${name}-`)));
  let postgres = await startPostgres({ dataFolder });
  const port = Number(new URL(postgres.url).port);
  const services = createServices({ databaseUrl: postgres.url, secret: "a secret of at least thirty-two characters", publicOrigin: null, port: 3000 }, { tools: [effectTool(effects)] });
  const children = new Set<ChildProcess>();
  const workers = new Set<Worker>();
  const begin = async () => {
    const child = fork(fileURLToPath(new URL("effect-worker.ts", import.meta.url)), [postgres.url, effects], { execArgv: typescriptFlags, stdio: ["ignore", "ignore", "ignore", "ipc"] });
    children.add(child);
    const worker = await readiness(child);
    workers.add(worker);
    child.once("exit", () => workers.delete(worker));
  };
  try {
    await services.migrate();
    await Promise.all(Array.from({ length: plan.workers }, begin));
    const begun = performance.now();
    const runId = await approvedRun(services, postgres.url, { graph: graphOf(plan), brief: { question: "Does it survive?", scope: { tools: ["effect"], effects: "may-write" } } });
    const killedAt: { at: number; workerId: string }[] = [];
    let postgresBackMs = 0;
    for (let nextKillAt = begun + plan.killEveryMs; ; ) {
      await delay(lookEveryMs);
      const run = await services.describeRun(runId).catch(() => null);
      if (run !== null && !["pending", "running"].includes(run.state.status)) break;
      if (performance.now() - begun > plan.giveUpAfterMs) throw new Error(`The run has not ended after ${plan.giveUpAfterMs} ms.`);
      const driver = [...workers].find(({ workerId }) => workerId === run?.run.driverId);
      if (driver === undefined || workers.size < 2 || performance.now() < nextKillAt || killedAt.length >= plan.mostKills) continue;
      nextKillAt = performance.now() + plan.killEveryMs;
      driver.child.kill("SIGKILL");
      killedAt.push({ at: Date.now(), workerId: driver.workerId });
      say(`Driver killed ${Math.round(performance.now() - begun)} ms after the start, ${doneIn(run)} of ${plan.steps} steps on record`);
      workers.delete(driver);
      if (killedAt.length === plan.postgresAtKill) {
        const gone = performance.now();
        process.kill(postgres.pid, "SIGKILL");
        postgres = await restart(dataFolder, port);
        postgresBackMs = Math.round(performance.now() - gone);
        say(`Postgres killed, back after ${postgresBackMs} ms`);
      }
      begin().catch(() => undefined);
    }
    const totalMs = Math.round(performance.now() - begun);
    const entries = await services.readRunEvents({ runId, group: null, after: 0, limit: 100_000 });
    const takeOverMs = killedAt.flatMap(({ at, workerId }) => {
      const next = entries.find((entry) => entry.at.getTime() >= at && entry.event.type === "driver-changed" && entry.event.workerId !== workerId);
      return next === undefined ? [] : [next.at.getTime() - at];
    });
    const executions = readFileSync(journalOf(effects), "utf8").trim().split("\n").map((line) => line.split(" ")).map(([key = "", step = ""]) => ({ key, step }));
    const effectKeys = readdirSync(effects).flatMap((name) => (name.startsWith("effect-") ? [name.slice("effect-".length)] : []));
    return { entries, kills: killedAt.length, takeOverMs, postgresBackMs, executions, effectKeys, totalMs };
  } finally {
    for (const child of children) child.kill("SIGKILL");
    await services.close().catch(() => undefined);
    await postgres.stop();
    for (const folder of [dataFolder, effects]) rmSync(folder, { recursive: true, force: true });
  }
}

function doneIn(run: Awaited<ReturnType<Services["describeRun"]>>): number {
  return [...(run?.state.stepsById.values() ?? [])].filter(({ status, nodeId }) => status === "completed" && nodeId !== "each").length;
}

/** Half a chain, half a map that works on four at a time. */
function graphOf({ steps, takesMs }: CrashPlan): GraphInput {
  const chain = Array.from({ length: Math.floor(steps / 2) }, (_, index) => `c${index + 1}`);
  const effect = (id: string, step: string) => ({ kind: "tool" as const, id, title: id, tool: "effect", arguments: { step, takesMs: String(takesMs) } });
  return {
    title: "Crash",
    nodes: [
      ...chain.map((id) => effect(id, `'${id}'`)),
      { kind: "map", id: "each", title: "Each", items: `[${Array.from({ length: steps - chain.length }, (_, index) => index).join(", ")}]`, maxItems: steps, concurrency: 4 },
      { ...effect("one", "'item-' + string(item)"), parent: "each" },
    ],
    edges: chain.slice(1).map((id, index) => ({ id: `e${index}`, from: chain[index] ?? "", to: id })),
  };
}

async function readiness(child: ChildProcess): Promise<Worker> {
  const { workerId } = await new Promise<{ workerId: string }>((resolve, reject) => {
    child.once("message", (message) => resolve(message as { workerId: string }));
    child.once("exit", (code) => reject(new Error(`A worker ended with ${code} before it was ready.`)));
  });
  return { child, workerId };
}

/** The shared memory of a killed Postgres is free once its last process has noticed. */
async function restart(dataFolder: string, port: number): ReturnType<typeof startPostgres> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await startPostgres({ dataFolder, port });
    } catch (error) {
      if (attempt === 20) throw error;
      await delay(250);
    }
  }
}

/** What must hold of a run however often it was cut off; the first thing that doesn't, or null. */
export function violationOf({ entries, executions, effectKeys }: CrashOutcome, steps: number): string | null {
  const completed = new Map<string, number>();
  for (const [index, { sequence, event }] of entries.entries()) {
    if (sequence !== index + 1) return `Entry ${index + 1} has the sequence ${sequence}.`;
    if (event.type === "step-completed") {
      if (completed.has(event.stepId)) return `${event.stepId} completed twice.`;
      completed.set(event.stepId, sequence);
    }
    if (event.type === "step-started" && completed.has(event.stepId)) return `${event.stepId} began after it was complete.`;
  }
  if (entries.at(-1)?.event.type !== "run-completed") return `The run ended with ${entries.at(-1)?.event.type}.`;
  const byStep = Map.groupBy(executions, ({ step }) => step);
  if (byStep.size !== steps) return `${byStep.size} of ${steps} steps were executed.`;
  for (const [step, times] of byStep) if (new Set(times.map(({ key }) => key)).size !== 1) return `${step} was executed under several keys.`;
  return effectKeys.length === steps ? null : `${effectKeys.length} effects for ${steps} steps.`;
}
