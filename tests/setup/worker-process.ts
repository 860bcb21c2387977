import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** A worker in a process of its own, which a test may kill; ready when this returns. */
export async function startWorkerProcess({ databaseUrl, secret, paceMs }: { databaseUrl: string; secret: string; paceMs: number }): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL("../../server/worker.ts", import.meta.url)), {
    execArgv: ["--experimental-strip-types", "--disable-warning=ExperimentalWarning"],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      COUNTERSIGN_DATA: "/nonexistent",
      COUNTERSIGN_SECRET: secret,
      COUNTERSIGN_OFFLINE_PACE_MS: String(paceMs),
    },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  await new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", (code) => reject(new Error(`The worker ended with ${code} before it was ready.`)));
  });
  return child;
}
