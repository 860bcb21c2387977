import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { findOldNode } from "./old-node.ts";
import { makeStandInCheckout, type StandInCheckout } from "./stand-in-checkout.ts";
import { allGone, processOf, startCommand } from "./started-command.ts";

const oldNode = findOldNode();
if (oldNode === null) process.stdout.write("Handing over from an old Node is not tried: every Node on the PATH is new enough.\n");

let checkout: StandInCheckout;

beforeEach(() => {
  checkout = makeStandInCheckout();
  onTestFinished(async () => {
    await allGone(checkout.folder);
    checkout.remove();
  });
});

/** A user's cache in which the Node of this test is remembered as the one npm fetched. */
function rememberingCache(path = process.execPath): Record<string, string> {
  const cache = join(checkout.folder, "user-cache");
  mkdirSync(join(cache, "countersign"), { recursive: true });
  writeFileSync(join(cache, "countersign", "node-path"), `${path}\n`);
  return { XDG_CACHE_HOME: cache };
}

const run = (args: string[], env: Record<string, string>) => startCommand(checkout.folder, args, { node: oldNode ?? "", env });

test.skipIf(oldNode === null)("an old Node hands over to the one it fetched before, output and exit code included", async () => {
  const command = run(["cli", "reset-password"], rememberingCache());
  expect(await command.exit).toBe(0);
  expect(command.output()).toContain('{"verb":"reset-password","visits":1}');
  const refused = run(["start"], { ...rememberingCache(), PORT: "house" });
  expect(await refused.exit).toBe(1);
  expect(refused.output()).toContain("✗ PORT is");
});

test.skipIf(oldNode === null)("Ctrl-C on the old Node stops all in order, and its death ends all", async () => {
  const asked = run(["start"], rememberingCache());
  await asked.said("Countersign is ready");
  asked.signal("SIGINT");
  expect(await asked.exit).toBe(0);
  const killed = run(["start"], rememberingCache());
  await killed.said("Countersign is ready");
  killed.signal("SIGKILL");
  await allGone(checkout.folder);
});

test.skipIf(oldNode === null)("the old Node ends when the new one is killed", async () => {
  const command = run(["start"], rememberingCache());
  await command.said("Countersign is ready");
  process.kill(processOf(checkout.folder, `${process.execPath} ${join(checkout.folder, "scripts", "run.mjs")}`), "SIGKILL");
  expect(await command.exit).toBe(1);
});

test.skipIf(oldNode === null)("an old Node that can't fetch a newer one says what to do", async () => {
  const env = {
    ...rememberingCache(join(checkout.folder, "no-such-node")),
    npm_config_registry: "http://127.0.0.1:1/",
    npm_config_cache: join(checkout.folder, "empty-cache"),
    npm_config_fetch_retries: "0",
  };
  const command = run(["start"], env);
  expect(await command.exit).toBe(1);
  expect(command.output()).toMatch(/✗ Countersign needs Node 22\.13 or newer and this is Node [\d.]+; npm could not fetch Node 24 \(.*ECONNREFUSED.*\)\. Connect this machine/);
});
