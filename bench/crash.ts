import { crashRun, violationOf } from "../tests/crash/crash-run.ts";
import type { BenchHarness, BenchMetrics } from "./harness.ts";
import { percentile } from "./harness/percentile.ts";

const steps = 60;
/** Long enough to be cut off often, short enough to be done between two kills: a step whose worker ends ten times is given up. */
const stepTakesMs = 300;

/** A run of sixty steps with effects outside of the database; its driver is killed every second, Postgres once. */
export async function run({ say, table }: BenchHarness): Promise<BenchMetrics> {
  const outcome = await crashRun({ workers: 2, steps, takesMs: stepTakesMs, killEveryMs: 1_000, mostKills: steps, postgresAtKill: 2, giveUpAfterMs: 600_000 }, say);
  const violation = violationOf(outcome, steps);
  if (violation !== null) throw new Error(violation);
  const { kills, takeOverMs, postgresBackMs, executions, totalMs } = outcome;
  table(takeOverMs.map((ms, index) => ({ kill: index + 1, "taken over after ms": ms })));
  return {
    steps,
    kills,
    executions: executions.length,
    takeOverP50Ms: percentile(takeOverMs, 50),
    takeOverWorstMs: percentile(takeOverMs, 100),
    postgresBackMs,
    totalMs,
  };
}
