import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { CommandRefusal } from "./refusal.ts";

const lifeSignSchema = z.discriminatedUnion("status", [
  z.object({ status: z.literal("ready") }),
  z.object({ status: z.literal("refused"), message: z.string() }),
]);

/** A worker that runs as long as one command does. */
export interface OwnWorker {
  /** Never resolves; rejects when the worker ends before it is stopped. */
  ended: Promise<never>;
  stop(): Promise<void>;
}

/**
 * Starts a worker, which leaves when this process does.
 * @throws CommandRefusal with the worker's own sentence when it can't start.
 */
export async function startOwnWorker(env: NodeJS.ProcessEnv): Promise<OwnWorker> {
  // Its log is the house's; standard output belongs to what the command prints.
  const child = fork(fileURLToPath(new URL("../server/worker.ts", import.meta.url)), { env: { ...env, COUNTERSIGN_SAMPLES: "no" }, stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const exit = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  const ended = exit.then((how): never => {
    throw new CommandRefusal(`The worker ended (${how}) before the plan was written; what was written is kept. Start Countersign to resume or keep it.`);
  });
  ended.catch(() => {});
  const ready = new Promise<void>((resolve, reject) => {
    child.on("message", (message) => {
      const sign = lifeSignSchema.safeParse(message);
      if (sign.data?.status === "ready") resolve();
      if (sign.data?.status === "refused") reject(new CommandRefusal(sign.data.message));
    });
  });
  await Promise.race([ready, ended]);
  return {
    ended,
    async stop() {
      child.kill("SIGTERM");
      await exit;
    },
  };
}
