const [second, minute, hour] = [1_000, 60_000, 3_600_000];
const steps = [1, 2, 5, 10, 15, 30].map((count) => count * second).concat([1, 2, 5, 10, 15, 30].map((count) => count * minute), [1, 2, 6, 12, 24, 72, 168].map((count) => count * hour));
const mostTicks = 9;
/** Beyond the last bar there is room for its label. */
const room = 1.12;

/** Where the marks of a time axis stand, in milliseconds from its beginning. */
export interface TimeAxis {
  lengthMs: number;
  ticks: number[];
}

/** An axis that holds a length of time, with marks at round times; it grows by whole marks, so that bars rarely shift. */
export function timeAxis(lengthMs: number): TimeAxis {
  const wanted = Math.max(4 * second, lengthMs * room);
  const step = steps.find((one) => wanted / one <= mostTicks) ?? Math.ceil(wanted / mostTicks / hour) * hour;
  const count = Math.ceil(wanted / step);
  return { lengthMs: count * step, ticks: Array.from({ length: count }, (_, index) => index * step) };
}
