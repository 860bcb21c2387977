import { expect, test } from "vitest";
import { crashRun, violationOf } from "./crash-run.ts";

test("whoever drives a run is killed every second, and Postgres once: it completes by itself and nothing on record is repeated", { timeout: 120_000 }, async () => {
  const steps = 20;
  const outcome = await crashRun({ workers: 3, steps, takesMs: 200, killEveryMs: 1_000, mostKills: 5, postgresAtKill: 1, giveUpAfterMs: 90_000 });
  console.log(`${outcome.kills} kills in ${outcome.totalMs} ms; taken over after ${outcome.takeOverMs.join(", ")} ms; Postgres back after ${outcome.postgresBackMs} ms; ${outcome.executions.length} executions of ${steps} steps`);
  expect(violationOf(outcome, steps)).toBeNull();
  expect(outcome.kills).toBeGreaterThanOrEqual(2);
  expect(outcome.postgresBackMs).toBeGreaterThan(0);
});
