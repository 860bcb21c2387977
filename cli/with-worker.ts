import { startOwnWorker } from "./own-worker.ts";
import { isHouseRunning } from "./running-house.ts";

/**
 * Does something that workers have a part in: by those that run or, without any, by one for the time being. Nobody
 * watches that one: the offline model needn't take its time.
 */
export async function withWorker<T>(use: () => Promise<T>): Promise<T> {
  if (isHouseRunning()) return use();
  const worker = await startOwnWorker({ COUNTERSIGN_OFFLINE_PACE_MS: "0", ...process.env });
  try {
    return await Promise.race([use(), worker.ended]);
  } finally {
    await worker.stop();
  }
}
