import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { checkout } from "../../scripts/checkout.mjs";
import { isAlive } from "../../scripts/process-life.mjs";
import { withPlantedTree } from "./planted-tree.ts";

const stage = pathToFileURL(join(checkout, "scripts", "test-stage.mjs")).href;

/** A runner that starts a worker, names both, and never ends by itself. */
const runner = `
  import { spawn } from "node:child_process";
  const worker = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  console.log(process.pid, worker.pid);
`;

const command = `
  import { runRunner } from ${JSON.stringify(stage)};
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
  process.exitCode = await runRunner(new URL("./runner.mjs", import.meta.url).pathname, []);
`;

test.each(["SIGINT", "SIGTERM", "SIGKILL"] as const)("a stage ends with all it started when the command gets %s", async (signal) => {
  await withPlantedTree({ "runner.mjs": runner, "command.mjs": command }, async (root) => {
    const parent = spawn(process.execPath, [join(root, "command.mjs")], { stdio: ["ignore", "pipe", "inherit"] });
    const [words] = (await once(parent.stdout.setEncoding("utf8"), "data")) as [string];
    const started = words.trim().split(" ").map(Number);
    expect(started.map(isAlive)).toEqual([true, true]);
    parent.kill(signal);
    await expect.poll(() => started.filter(isAlive), { timeout: 20_000 }).toEqual([]);
  });
});
