import type { RunState } from "./run-state.ts";

/**
 * How long a run has gone on, in milliseconds: from when a worker took it, without the time in which people were waited
 * for or it had failed.
 * @param nowMs counts until it ends.
 */
export function workedMs({ startedAt, endedAt, rests, openWaits }: RunState, nowMs: number): number {
  if (startedAt === null) return 0;
  const endMs = endedAt?.getTime() ?? nowMs;
  const resting = [...rests.map(({ from, until }) => [from.getTime(), until.getTime()] as const), ...openWaits.map(({ since }) => [since.getTime(), endMs] as const)];
  let [untilMs, restedMs] = [startedAt.getTime(), 0];
  for (const [from, until] of resting.toSorted(([one], [other]) => one - other)) {
    restedMs += Math.max(0, until - Math.max(untilMs, from));
    untilMs = Math.max(untilMs, until);
  }
  return Math.max(0, endMs - startedAt.getTime() - restedMs);
}
