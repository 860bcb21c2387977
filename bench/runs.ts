import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../scripts/postgres.mjs";
import { createPrisma, type PrismaClient } from "../server/db/client.ts";
import { createServices, type Services } from "../server/services.ts";
import { storyBrief, storyContents, storyEnding, storyGraph, storyUntilCheckpoint } from "../tests/setup/run-story.ts";
import { stagedRun } from "../tests/setup/staged-run.ts";
import type { BenchHarness, BenchMetrics } from "./harness.ts";
import { percentile } from "./harness/percentile.ts";

const rounds = 30;
const [few, many] = [10, 10_000];
const longEvents = 100_000;
const everything = { statuses: [], isWaiting: false, auditResults: [], startedById: null, workflowId: null, startedAfter: null, minCost: null, sort: "started", isAscending: false, after: null, search: "", limit: 50 } as const;

/** Opens pages of the list of runs with few and with many runs stored, and the page of a run with very many events. */
export async function run({ say, table }: BenchHarness): Promise<BenchMetrics> {
  const dataFolder = await mkdtemp(join(tmpdir(), "countersign-bench-"));
  const postgres = await startPostgres({ dataFolder });
  const open = () => createServices({ databaseUrl: postgres.url, secret: "the secret of a bench, long enough", publicOrigin: null, port: 0 });
  const services = open();
  const prisma = createPrisma(postgres.url, 2);
  try {
    await services.migrate();
    const { run: first, record } = await stagedRun(prisma, { graph: storyGraph(60), brief: storyBrief, createdAt: new Date(Date.UTC(2026, 0, 1)) });
    await record([...storyUntilCheckpoint({ mapItems: 60, sourceId: first.id, sha256: "0".repeat(64) }), ...storyEnding("failed", 90_000)], storyContents);
    await services.indexRun(first.id);
    await copyRun(prisma, first.id, few - 1);
    const small = await measurePages(services);
    say(`Storing ${many} runs …`);
    await copyRun(prisma, first.id, many - few);
    const large = await measurePages(services);
    table(large.map(({ page, p50, p95 }, index) => ({ page, [`p50 ms, ${few} runs`]: small[index]?.p50 ?? 0, [`p50 ms, ${many} runs`]: p50, [`p95 ms, ${many} runs`]: p95 })));
    say(`Writing ${longEvents} events into one run …`);
    await lengthenLog(prisma, first.id);
    const unkeptMs = await msOf(() => services.describeRun(first.id));
    const againMs = await msOf(() => services.describeRun(first.id));
    const later = open();
    const keptMs = await msOf(() => later.describeRun(first.id));
    await later.close();
    const stepMs = await msOf(() => services.readStepHistory({ runId: first.id, stepId: "tool-loop" }));
    table([{ "events of one run": longEvents, "its page ms, nothing kept": unkeptMs, "after a restart": keptMs, again: againMs, "one step of it": stepMs }]);
    const newest = (pages: typeof large) => pages[0]?.p50 ?? 0;
    return { fewRunsP50Ms: newest(small), manyRunsP50Ms: newest(large), manyRunsWorstP95Ms: Math.max(...large.map(({ p95 }) => p95)), longRunUnkeptMs: unkeptMs, longRunMs: keptMs, longRunAgainMs: againMs, longRunStepMs: stepMs };
  } finally {
    await prisma.$disconnect();
    await services.close();
    await postgres.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function msOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return Math.round(performance.now() - began);
}

async function measurePages(services: Services) {
  const { runs } = await services.listRuns({ ...everything, limit: 5 });
  const deepest = { key: Date.UTC(2026, 0, 1, 1), id: runs[0]?.id ?? "" };
  const pages = {
    "newest page": everything,
    "a page far back": { ...everything, after: deepest },
    "failed only": { ...everything, statuses: ["failed"] as const },
    "waiting for somebody": { ...everything, isWaiting: true },
    "the dearest": { ...everything, sort: "cost" as const },
    "search for a phrase": { ...everything, search: '"process crashes in the middle"' },
    "search for words in all": { ...everything, search: "process crashes" },
    "search for words in none": { ...everything, search: "zyzzogeton" },
  };
  const measured = [];
  for (const [page, query] of Object.entries(pages)) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const asked = performance.now();
      await services.listRuns(query);
      times.push(performance.now() - asked);
    }
    measured.push({ page, p50: percentile(times, 50), p95: percentile(times, 95) });
  }
  return measured;
}

/** Runs of the same plan on other days, of which one in ten failed, each with a decision and its words. */
async function copyRun(prisma: PrismaClient, runId: string, count: number): Promise<void> {
  const from = await prisma.run.count();
  await prisma.$executeRaw`
    WITH copy AS (SELECT number, gen_random_uuid() AS run_id, gen_random_uuid() AS decision_id FROM generate_series(${from}::int, ${from + count - 1}::int) AS number),
    decided AS (
      INSERT INTO decision (id, revision_id, verdict, reason, manifest_text, manifest_digest, envelope, decided_by_name, created_at)
      SELECT copy.decision_id, revision_id, verdict, reason, manifest_text, manifest_digest, envelope, decided_by_name, created_at
        FROM copy CROSS JOIN decision WHERE decision.id = (SELECT decision_id FROM run WHERE id = ${runId}::uuid)
      RETURNING id
    ),
    ran AS (
      INSERT INTO run (id, workflow_id, revision_id, brief_version_id, decision_id, manifest_digest, started_by_name, created_at, status, waits, tokens, cost_micro_usd, wants_driver, ended_at)
      SELECT copy.run_id, workflow_id, revision_id, brief_version_id, decided.id, manifest_digest, started_by_name, run.created_at + copy.number * interval '10 minutes',
             CASE WHEN copy.number % 10 = 0 THEN 'failed' ELSE 'completed' END, '[]', tokens, cost_micro_usd, false, ended_at
        FROM copy JOIN decided ON decided.id = copy.decision_id CROSS JOIN run WHERE run.id = ${runId}::uuid
      RETURNING id
    )
    INSERT INTO run_search (run_id, sequence, words) SELECT ran.id, sequence, words FROM ran CROSS JOIN run_search WHERE run_id = ${runId}::uuid`;
  // As the database does by itself after a while.
  await prisma.$executeRaw`VACUUM ANALYZE`;
}

/** Model calls of a thousand steps, as a long run has them. */
async function lengthenLog(prisma: PrismaClient, runId: string): Promise<void> {
  const topic = `run:${runId}`;
  await prisma.$executeRaw`
    WITH call AS (SELECT at, data FROM log_entry WHERE topic = ${topic} AND data ->> 'type' = 'model-called' LIMIT 1),
    head AS (UPDATE log_topic SET last_sequence = last_sequence + ${longEvents} WHERE topic = ${topic} RETURNING last_sequence - ${longEvents} AS before)
    INSERT INTO log_entry (topic, sequence, at, data)
    SELECT ${topic}, head.before + number, call.at, jsonb_set(call.data, '{stepId}', to_jsonb('each[' || number % 1000 || ']/one'))
      FROM call CROSS JOIN head CROSS JOIN generate_series(1, ${longEvents}::int) AS number`;
  await prisma.$executeRaw`ANALYZE`;
}
