import { beforeEach, expect, onTestFinished, test } from "vitest";
import { makeStandInCheckout, type StandInCheckout } from "./stand-in-checkout.ts";
import { allGone, npmStart, processOf, processesOf, readRunning, startCommand } from "./started-command.ts";

/** For what the product promises no time. */
const patienceMs = 30_000;

let checkout: StandInCheckout;

beforeEach(() => {
  checkout = makeStandInCheckout();
  onTestFinished(async () => {
    await allGone(checkout.folder);
    checkout.remove();
  });
});

const answer = async () => Number(await (await fetch(readRunning(checkout.dataFolder).url)).text());

async function started(env: Record<string, string> = {}) {
  const command = startCommand(checkout.folder, ["start"], { env });
  await command.said("Countersign is ready");
  return command;
}

test("a start ends in one address, and Ctrl-C ends everything it started", async () => {
  const command = await started();
  expect(command.output()).toMatch(/http:\/\/127\.0\.0\.1:\d+\/links\/first\n/);
  expect(await answer()).toBe(processOf(checkout.folder, "server/web.ts"));
  command.signal("SIGINT");
  expect(await command.exit).toBe(0);
  await allGone(checkout.folder);
});

test.each(["server/web.ts", "server/worker.ts", "bin/postgres", "watchdog-process.mjs"])("%s is started again when it is killed, and nothing else is", async (program) => {
  const command = await started();
  const everyone = () => processesOf(checkout.folder).map(({ pid }) => pid);
  await expect.poll(everyone, { timeout: patienceMs }).toHaveLength(5);
  const [before, killed] = [everyone(), processOf(checkout.folder, program)];
  process.kill(killed, "SIGKILL");
  await expect.poll(() => everyone().includes(killed), { timeout: patienceMs }).toBe(false);
  await expect.poll(everyone, { timeout: patienceMs }).toHaveLength(5);
  expect(everyone().filter((pid) => before.includes(pid))).toHaveLength(4);
  if (program !== "watchdog-process.mjs") await command.said("runs again");
  expect(await answer()).toBe(processOf(checkout.folder, "server/web.ts"));
  command.signal("SIGTERM");
  expect(await command.exit).toBe(0);
});

test("when the supervisor is killed all else is gone within ten seconds, and the next start finds its data", async () => {
  const first = await started();
  first.signal("SIGKILL");
  await first.exit;
  await allGone(checkout.folder);
  const second = await started();
  expect(second.output()).not.toContain("/links/first");
  expect(second.output()).not.toContain("Building");
  second.signal("SIGINT");
  expect(await second.exit).toBe(0);
});

test("a worker that does not hear that the supervisor is gone is gone within ten seconds too", async () => {
  const command = await started({ STAND_IN_WORKER_IS_DEAF: "1" });
  command.signal("SIGKILL");
  await command.exit;
  await allGone(checkout.folder);
});

test("a Postgres that was left when supervisor and watchdog were both killed is replaced by the next start", async () => {
  const first = await started();
  const left = processOf(checkout.folder, "bin/postgres");
  process.kill(processOf(checkout.folder, "watchdog-process.mjs"), "SIGKILL");
  first.signal("SIGKILL");
  await first.exit;
  await expect.poll(() => processesOf(checkout.folder).length, { timeout: patienceMs }).toBe(1);
  const second = await started();
  expect(processOf(checkout.folder, "bin/postgres")).not.toBe(left);
  expect(second.output()).not.toContain("/links/first");
  second.signal("SIGINT");
  expect(await second.exit).toBe(0);
});

test("all is gone when the npm that started it is killed", async () => {
  const npm = npmStart(checkout.folder);
  await npm.said("Countersign is ready");
  npm.signal("SIGKILL");
  await allGone(checkout.folder);
});

test("a second Ctrl-C does not wait for what is slow", async () => {
  const command = await started({ STAND_IN_WORKER_IS_DEAF: "1" });
  let hasEnded = false;
  void command.exit.then(() => (hasEnded = true));
  const askAgain = () => {
    command.signal("SIGINT");
    return hasEnded;
  };
  await expect.poll(askAgain, { interval: 700, timeout: 10_000 }).toBe(true);
  expect(await command.exit).toBe(130);
});
