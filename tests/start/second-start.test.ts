import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { makeStandInCheckout, type StandInCheckout } from "./stand-in-checkout.ts";
import { allGone, readRunning, startCommand } from "./started-command.ts";

let checkout: StandInCheckout;

beforeEach(() => {
  checkout = makeStandInCheckout();
  onTestFinished(async () => {
    await allGone(checkout.folder);
    checkout.remove();
  });
});

test("a second start on one data folder says where the first one is, and leaves it alone", async () => {
  const first = startCommand(checkout.folder, ["start"]);
  await first.said("Countersign is ready");
  const { url, pid } = readRunning(checkout.dataFolder);
  const second = startCommand(checkout.folder, ["start"]);
  expect(await second.exit).toBe(1);
  expect(second.output()).toBe(
    `✗ Countersign already runs on the data folder ${checkout.dataFolder}, at ${url} (process ${pid}); open that address, or set COUNTERSIGN_DATA and PORT for a second one.\n`,
  );
  expect((await fetch(url)).ok).toBe(true);
  expect(readRunning(checkout.dataFolder)).toMatchObject({ url, pid });
  first.signal("SIGINT");
  expect(await first.exit).toBe(0);
});

test("a second start is refused also while the first one still builds, and builds take turns", async () => {
  const hold = join(checkout.folder, "hold-build");
  writeFileSync(hold, "");
  const first = startCommand(checkout.folder, ["start"]);
  await first.said("Building the pages");
  const second = startCommand(checkout.folder, ["start"]);
  expect(await second.exit).toBe(1);
  expect(second.output()).toContain(`Countersign is already starting on the data folder ${checkout.dataFolder} (process ${first.pid})`);
  const elsewhere = startCommand(checkout.folder, ["start"], { env: { COUNTERSIGN_DATA: join(checkout.folder, "elsewhere") } });
  await elsewhere.said("waiting for it");
  rmSync(hold);
  await Promise.all([first.said("Countersign is ready"), elsewhere.said("Countersign is ready")]);
  expect(elsewhere.output()).not.toContain("Building");
  for (const command of [first, elsewhere]) {
    command.signal("SIGINT");
    expect(await command.exit).toBe(0);
  }
});

test("a start that is killed while it builds leaves no builder and no lock", async () => {
  writeFileSync(join(checkout.folder, "hold-build"), "");
  const first = startCommand(checkout.folder, ["start"]);
  await first.said("Building the pages");
  first.signal("SIGKILL");
  await allGone(checkout.folder);
  rmSync(join(checkout.folder, "hold-build"));
  const second = startCommand(checkout.folder, ["start"]);
  await second.said("Countersign is ready");
  second.signal("SIGTERM");
  expect(await second.exit).toBe(0);
});

test("a verb of the command line uses the running database, and its own when nothing runs", async () => {
  const first = startCommand(checkout.folder, ["start"]);
  await first.said("Countersign is ready");
  const beside = startCommand(checkout.folder, ["cli", "reset-password"]);
  expect(await beside.exit).toBe(0);
  expect(beside.output()).toBe('{"verb":"reset-password","visits":2}\n');
  first.signal("SIGINT");
  expect(await first.exit).toBe(0);
  const alone = startCommand(checkout.folder, ["cli", "reset-password"]);
  expect(await alone.exit).toBe(0);
  expect(alone.output()).toBe('{"verb":"reset-password","visits":3}\n');
});
