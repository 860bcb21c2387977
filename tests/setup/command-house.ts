import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { operator } from "../../core/access/actor.ts";
import { checkout } from "../../scripts/checkout.mjs";
import { tryLock } from "../../scripts/exclusive-lock.mjs";
import { writeRunningRecord } from "../../scripts/running-record.mjs";
import { createServices, type Services } from "../../server/services.ts";
import { startCommand, type CommandOptions, type StartedCommand } from "../start/started-command.ts";
import { freshDatabase } from "./database.ts";

const secret = "a secret of at least thirty-two characters";

/** An installation as the command line finds it while Countersign runs, without its pages. */
export interface CommandHouse {
  services: Services;
  databaseUrl: string;
  /** Runs the command line on its data folder. */
  command(args: string[], options?: Pick<CommandOptions, "through">): StartedCommand;
}

/** Takes the data folder as a supervisor does, and works here instead of in a worker process; one collection holds one document. */
export async function openCommandHouse({ name, path, text }: { name: string; path: string; text: string }): Promise<CommandHouse> {
  const dataFolder = mkdtempSync(join(tmpdir(), "countersign-house-"));
  const release = await tryLock(join(dataFolder, "lock"));
  const { url, drop } = await freshDatabase();
  const services = createServices({ databaseUrl: url, secret, publicOrigin: null, port: 3000 });
  const work = await services.startWork();
  onTestFinished(async () => {
    await work.close();
    await services.close();
    await drop();
    release?.();
    rmSync(dataFolder, { recursive: true });
  });
  expect(release).not.toBeNull();
  const made = await services.createCollection(operator, { name });
  if (!made.ok) throw new Error(made.reason);
  await services.uploadSource(operator, { collectionId: made.collectionId, path, text });
  writeRunningRecord(dataFolder, { url: "http://127.0.0.1:3000", databaseUrl: url });
  const env = { COUNTERSIGN_DATA: dataFolder, COUNTERSIGN_SECRET: secret };
  return { services, databaseUrl: url, command: (args, options = {}) => startCommand(checkout, ["cli", ...args], { env, ...options }) };
}
