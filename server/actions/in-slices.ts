import { setImmediate } from "node:timers/promises";
import type { Sliced } from "../../core/sliced.ts";

/** Does long work slice by slice; between two of them this process does whatever else came. */
export async function inSlices<Result>(work: Sliced<Result>): Promise<Result> {
  for (;;) {
    const slice = work.next();
    if (slice.done === true) return slice.value;
    await setImmediate();
  }
}
