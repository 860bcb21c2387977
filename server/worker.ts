import { fileURLToPath } from "node:url";
import { readEnvironment } from "./env.ts";
import { leaveWithSupervisor, refuseStart, tellSupervisor } from "./process-life.ts";
import { createServices } from "./services.ts";

const pruneEveryMs = 60 * 60 * 1000;
/** Between two steps of the samples: what they wait for takes seconds. */
const samplesEveryMs = 500;
const checkout = fileURLToPath(new URL("..", import.meta.url));

/** Process entry of a worker: what goes on without anybody asking. */
async function main(): Promise<void> {
  const environment = readEnvironment();
  const services = createServices(environment);
  services.redactOutput();
  const prune = () =>
    services
      .pruneExpired()
      .catch((error: unknown) => console.error(`Pruning waits for the next hour: ${error instanceof Error ? error.message : String(error)}`));
  await prune();
  const timer = setInterval(prune, pruneEveryMs);
  const leaving = new AbortController();
  const indexed = services
    .indexCollections(checkout, leaving.signal)
    .catch((error: unknown) => console.error("Indexing the documentation goes on at the next start:", error));
  const work = await services.startWork();
  let samplesTimer: NodeJS.Timeout | undefined;
  const goOnWithSamples = async (): Promise<void> => {
    const isDone = await services.makeSamples().catch((error: unknown) => console.error("The samples are gone on with in a moment:", error));
    if (isDone !== true && !leaving.signal.aborted) samplesTimer = setTimeout(() => void goOnWithSamples(), samplesEveryMs);
  };
  if (environment.makesSamples) void indexed.then(goOnWithSamples);
  leaveWithSupervisor(async () => {
    clearTimeout(samplesTimer);
    clearInterval(timer);
    leaving.abort();
    await work.close();
    await indexed;
    await services.close();
  });
  await tellSupervisor({ status: "ready" });
}

await main().catch((error: unknown) => refuseStart(error instanceof Error ? error.message : String(error)));
