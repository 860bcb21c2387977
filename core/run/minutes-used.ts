import type { RunState } from "./run-state.ts";

/** How long a run has gone on, in minutes, without the time in which people were waited for. */
export function minutesUsed({ startedAt, answeredWaits, openWaits }: RunState, now: Date): number {
  if (startedAt === null) return 0;
  const waits = [...answeredWaits.map(({ since, answeredAt }) => [since, answeredAt] as const), ...openWaits.map(({ since }) => [since, now] as const)];
  let [end, waited] = [startedAt.getTime(), 0];
  for (const [since, until] of waits.toSorted(([one], [other]) => one.getTime() - other.getTime())) {
    const from = Math.max(end, since.getTime());
    waited += Math.max(0, until.getTime() - from);
    end = Math.max(end, until.getTime());
  }
  return Math.max(0, now.getTime() - startedAt.getTime() - waited) / 60_000;
}
