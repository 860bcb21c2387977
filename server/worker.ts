import { fileURLToPath } from "node:url";
import { readEnvironment } from "./env.ts";
import { leaveWithSupervisor, refuseStart, tellSupervisor } from "./process-life.ts";
import { createServices } from "./services.ts";

const pruneEveryMs = 60 * 60 * 1000;
const checkout = fileURLToPath(new URL("..", import.meta.url));

/** Process entry of a worker: what goes on without anybody asking. */
async function main(): Promise<void> {
  const services = createServices(readEnvironment());
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
  leaveWithSupervisor(async () => {
    clearInterval(timer);
    leaving.abort();
    await work.close();
    await indexed;
    await services.close();
  });
  await tellSupervisor({ status: "ready" });
}

await main().catch((error: unknown) => refuseStart(error instanceof Error ? error.message : String(error)));
