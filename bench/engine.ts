import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../scripts/postgres.mjs";
import { createServices } from "../server/services.ts";
import { startDbosAlone } from "./engine/dbos-alone.ts";
import type { Measured } from "./engine/measured.ts";
import { startOurRuns } from "./engine/our-runs.ts";
import { rawCommits } from "./engine/raw-commits.ts";
import type { BenchHarness, BenchMetrics } from "./harness.ts";
import { percentile } from "./harness/percentile.ts";

const chainSteps = 200;
const fanOuts = [100, 500, 1_000];
const results = [
  { name: "200B", characters: 200 },
  { name: "20kB", characters: 20_000 },
];
const gates = 30;
const rounds = 3;

/** Steps that do nothing: what they cost here, by DBOS alone, and as bare commits, on the same Postgres in the same minutes. */
export async function run({ say, table }: BenchHarness): Promise<BenchMetrics> {
  const dataFolder = await mkdtemp(join(tmpdir(), "countersign-bench-"));
  const postgres = await startPostgres({ dataFolder });
  const metrics: BenchMetrics = {};
  const rows: { steps: string; "raw ms": number; "DBOS ms": number; "ours ms": number; "DBOS ratio": number; "ours ratio": number; "raw bytes": number; "DBOS bytes": number; "ours bytes": number }[] = [];
  try {
    const prepared = createServices({ databaseUrl: postgres.url, secret: "the secret of a bench, long enough", publicOrigin: null, port: 0 });
    await prepared.migrate();
    await prepared.close();
    const shapes = results.flatMap(({ name, characters }) => [
      { name: `chain${chainSteps}x${name}`, shape: "chain" as const, steps: chainSteps, characters },
      ...fanOuts.map((steps) => ({ name: `fanOut${steps}x${name}`, shape: "fanOut" as const, steps, characters })),
    ]);
    const measured = new Map(shapes.map(({ name }) => [name, { raw: [] as Measured[], dbos: [] as Measured[], ours: [] as Measured[] }]));
    for (let round = 1; round <= rounds; round += 1) {
      say(`Round ${round} of ${rounds}: bare commits and DBOS …`);
      const dbos = await startDbosAlone(postgres.url);
      for (const { name, shape, steps, characters } of shapes) {
        measured.get(name)?.raw.push(await rawCommits(postgres.url, Math.min(steps, 200), characters));
        measured.get(name)?.dbos.push(await dbos[shape](steps, characters));
      }
      await dbos.stop();
      say(`Round ${round} of ${rounds}: runs …`);
      const ours = await startOurRuns(postgres.url);
      await ours.chain(20, 200);
      for (const { name, shape, steps, characters } of shapes) measured.get(name)?.ours.push(await ours[shape](steps, characters));
      if (round === rounds) Object.assign(metrics, await gateLatency(ours));
      await ours.stop();
    }
    for (const [name, { raw, dbos, ours }] of measured) {
      const [rawBest, dbosBest, oursBest] = [middleOf(raw), middleOf(dbos), middleOf(ours)];
      rows.push({
        steps: name,
        "raw ms": rawBest.msPerStep,
        "DBOS ms": dbosBest.msPerStep,
        "ours ms": oursBest.msPerStep,
        "DBOS ratio": dbosBest.msPerStep / rawBest.msPerStep,
        "ours ratio": oursBest.msPerStep / rawBest.msPerStep,
        "raw bytes": Math.round(rawBest.bytesPerStep),
        "DBOS bytes": Math.round(dbosBest.bytesPerStep),
        "ours bytes": Math.round(oursBest.bytesPerStep),
      });
      Object.assign(metrics, {
        [`${name}RawMs`]: rawBest.msPerStep,
        [`${name}DbosRatio`]: dbosBest.msPerStep / rawBest.msPerStep,
        [`${name}OursMs`]: oursBest.msPerStep,
        [`${name}OursRatio`]: oursBest.msPerStep / rawBest.msPerStep,
        [`${name}OursBytes`]: Math.round(oursBest.bytesPerStep),
      });
    }
    table(rows);
    for (const { name } of results) {
      const [few, many] = [metrics[`fanOut${fanOuts[0]}x${name}OursMs`], metrics[`fanOut${fanOuts.at(-1)}x${name}OursMs`]];
      metrics[`growth${name}Ratio`] = (many ?? Number.NaN) / (few ?? Number.NaN);
    }
    return metrics;
  } finally {
    await postgres.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function gateLatency(ours: Awaited<ReturnType<typeof startOurRuns>>): Promise<BenchMetrics> {
  const latencies: number[] = [];
  for (let gate = 0; gate < gates; gate += 1) latencies.push(await ours.gate());
  return { gateP50Ms: percentile(latencies, 50), gateP95Ms: percentile(latencies, 95) };
}

/** The median of each, of rounds that took turns: a busy second of the machine then hits all alike. */
function middleOf(measured: readonly Measured[]): Measured {
  return { msPerStep: percentile(measured.map(({ msPerStep }) => msPerStep), 50), bytesPerStep: percentile(measured.map(({ bytesPerStep }) => bytesPerStep), 50) };
}
