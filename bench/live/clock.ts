/** Milliseconds since 1970 with fractions: the same scale in this process and in a page of this machine. */
export function preciseNow(): number {
  return performance.timeOrigin + performance.now();
}
