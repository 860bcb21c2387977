import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Services } from "../server/services.ts";
import { isHouseRunning } from "./running-house.ts";

const tellEveryMs = 2_000;
const checkout = fileURLToPath(new URL("..", import.meta.url));

/** Waits until the bundled documentation is taken in, which is done here where no worker runs: planning searches it. */
export async function awaitDocumentation(services: Services, tell: (line: string) => void): Promise<void> {
  /** @returns whether anything is still being taken in. */
  const tellProgress = async (): Promise<boolean> => {
    const growing = (await services.listCollections()).filter(({ expected }) => expected !== null);
    const sumOf = (counts: readonly (number | null)[]) => counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
    if (growing.length > 0) {
      tell(`  Taking in ${growing.map(({ name }) => name).join(" and ")}: ${sumOf(growing.map(({ documentCount }) => documentCount))} of ${sumOf(growing.map(({ expected }) => expected))} documents`);
    }
    return growing.length > 0;
  };
  if (isHouseRunning()) {
    while (await tellProgress()) await pause(tellEveryMs);
    return;
  }
  const telling = setInterval(() => void tellProgress().catch(() => {}), tellEveryMs);
  try {
    await services.indexCollections(checkout, new AbortController().signal);
  } finally {
    clearInterval(telling);
  }
}
