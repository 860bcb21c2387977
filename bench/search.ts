import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../scripts/postgres.mjs";
import { createServices } from "../server/services.ts";
import type { BenchHarness, BenchMetrics } from "./harness.ts";
import { percentile } from "./harness/percentile.ts";

const rounds = 20;

/** One of each sort of question: names of code, phrases, whole sentences, and words that stand nowhere. */
const queries = [
  "generateText",
  "maxRetries",
  "unstable_cache",
  "next/image remotePatterns",
  '"use cache" tags',
  "streaming -chat",
  "revalidateTag or updateTag",
  "How does caching differ between the app router and the pages router?",
  "What limits does the body of a server action have, and how are they changed?",
  "how to build an agent that calls tools in a loop",
  "what the page and the data of a function can be used for with a server and a client",
  "zyzzogeton",
];

/** Indexes the documentation of the installed packages and asks for passages of it, one question after the other. */
export async function run({ say, table }: BenchHarness): Promise<BenchMetrics> {
  const dataFolder = await mkdtemp(join(tmpdir(), "countersign-bench-"));
  const postgres = await startPostgres({ dataFolder });
  const services = createServices({ databaseUrl: postgres.url, secret: "the secret of a bench, long enough", publicOrigin: null, port: 0 });
  try {
    await services.migrate();
    say("Indexing …");
    const began = performance.now();
    await services.indexCollections(process.cwd(), new AbortController().signal);
    const indexMs = performance.now() - began;
    const documents = (await services.listCollections()).reduce((sum, { documentCount }) => sum + documentCount, 0);
    say(`${documents} documents indexed in ${Math.round(indexMs)} ms; asking ${queries.length} questions ${rounds} times …`);
    const timesMs = new Map<string, number[]>(queries.map((query) => [query, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const query of queries) {
        const asked = performance.now();
        await services.searchSources({ query, collections: null, limit: 20 });
        timesMs.get(query)?.push(performance.now() - asked);
      }
    }
    const all = [...timesMs.values()].flat();
    const row = (query: string, times: number[]) => ({ query, "p50 ms": percentile(times, 50), "p95 ms": percentile(times, 95) });
    table([...[...timesMs].map(([query, times]) => row(query, times)), row(`all, ${documents} documents`, all)]);
    return { documents, indexMs: Math.round(indexMs), searchP50Ms: percentile(all, 50), searchP95Ms: percentile(all, 95) };
  } finally {
    await services.close();
    await postgres.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}
