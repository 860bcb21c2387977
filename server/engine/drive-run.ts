import { setTimeout as delay } from "node:timers/promises";
import { DriverReplaced, RunDriver } from "./run-driver.ts";
import type { RunPorts } from "./run-ports.ts";

const retryAfterMs = 500;

/**
 * Drives a run for one stretch, if nobody else does. A database that is away is waited for: what was in flight then
 * begins again, as after any crash.
 * @param signal leaves the run as it is, for another worker.
 */
export async function driveRun(ports: RunPorts, runId: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      return await driveOnce(ports, runId, signal);
    } catch (error) {
      if (error instanceof DriverReplaced) return;
      console.error(`Run ${runId} is driven on in a moment:`, error);
      await delay(retryAfterMs, undefined, { signal }).catch(() => undefined);
    }
  }
}

async function driveOnce(ports: RunPorts, runId: string, signal: AbortSignal): Promise<void> {
  const loaded = await ports.load(runId);
  if (loaded === null) return;
  const { driverId } = loaded;
  // Whoever drives it sees by itself that the log has grown.
  const isDriven = driverId === ports.workerId ? ports.driving.has(runId) : driverId !== null && (await ports.living([driverId])).has(driverId);
  if (isDriven) return;
  const epoch = await ports.claim(runId, { from: driverId, to: ports.workerId });
  if (epoch === null) return;
  ports.driving.set(runId, epoch);
  try {
    await new RunDriver(ports, runId, epoch, loaded).drive(signal);
  } finally {
    // The next stretch may have begun while this one was leaving.
    if (ports.driving.get(runId) === epoch) ports.driving.delete(runId);
  }
}
