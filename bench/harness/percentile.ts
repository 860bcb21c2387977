/**
 * Reads a percentile off measured values by nearest rank, so that the answer is always a value that was measured.
 * @param values At least one number, in any order.
 * @param percent 0 to 100; 50 is the median.
 * @throws when there is no value.
 */
export function percentile(values: number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length));
  const value = sorted[rank - 1];
  if (value === undefined) throw new Error("A percentile needs at least one value");
  return value;
}
