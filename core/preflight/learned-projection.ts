import type { Projection } from "./projection.ts";
import type { Range } from "./range.ts";

/** What a run that completed took. */
export interface PastRun {
  tokens: number;
  /** Integer micro-USD; null where a price was not known. */
  costMicroUsd: number | null;
  /** From its start to its end. */
  minutes: number;
}

/** The figures of a plan with what is known from runs of plans of the same shape. */
export type LearnedProjection = Pick<Projection, "tokens" | "minutes" | "costMicroUsd"> & {
  /** How many runs it learned from. */
  runCount: number;
};

/**
 * Takes what runs of plans of the same shape really took into a projection: in the middle of them lies what is likely. What
 * a plan takes at most is never less for it: nothing that happened is a limit. Shown to people only; rules go by what the
 * plan declares, so that no run that ends changes what was approved.
 * @param hasWaits whether the plan asks people: then the time of past runs is mostly theirs, and isn't learned from.
 */
export function learnProjection({ tokens, minutes, costMicroUsd }: Projection, past: readonly PastRun[], hasWaits: boolean): LearnedProjection {
  const costs = past.flatMap((run) => (run.costMicroUsd === null ? [] : [run.costMicroUsd]));
  return {
    tokens: learned(tokens, past.map((run) => run.tokens)),
    minutes: hasWaits ? minutes : learned(minutes, past.map((run) => run.minutes)),
    costMicroUsd: costMicroUsd === null ? null : learned(costMicroUsd, costs),
    runCount: past.length,
  };
}

function learned({ least, likely, most }: Range, taken: readonly number[]): Range {
  const sorted = taken.toSorted((a, b) => a - b);
  const [smallest, largest] = [sorted[0], sorted.at(-1)];
  if (smallest === undefined || largest === undefined) return { least, likely, most };
  const middle = sorted.length / 2;
  const median = ((sorted[Math.ceil(middle) - 1] ?? smallest) + (sorted[Math.floor(middle)] ?? largest)) / 2;
  return { least: Math.min(least, smallest), likely: median, most: most === null ? null : Math.max(most, largest) };
}
