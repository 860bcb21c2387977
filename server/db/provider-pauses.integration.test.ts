import { expect, onTestFinished, test } from "vitest";
import { freshDatabase } from "../../tests/setup/database.ts";
import { createPrisma } from "./client.ts";
import { providerPauses } from "./provider-pauses.ts";

test("a provider's pause is known to every worker, the later one counts, and it can be forgotten", async () => {
  const { url, drop } = await freshDatabase();
  const [one, other] = [createPrisma(url, 1), createPrisma(url, 1)];
  onTestFinished(async () => {
    await Promise.all([one.$disconnect(), other.$disconnect()]);
    await drop();
  });
  const [here, there] = [providerPauses(one), providerPauses(other)];
  expect(await there.until("own")).toBeNull();
  const [soon, later] = [new Date("2031-01-01T00:00:10Z"), new Date("2031-01-01T00:01:00Z")];
  await Promise.all([here.extend("own", later), there.extend("own", soon)]);
  expect([await here.until("own"), await there.until("own"), await there.until("another")]).toEqual([later, later, null]);
  await here.forget("own");
  expect(await there.until("own")).toBeNull();
});
