import type { BenchHarness, BenchMetrics } from "./harness.ts";
import { percentile } from "./harness/percentile.ts";
import { copyCheckout } from "./start/checkout-copy.ts";
import { timeStart, type TimedStart } from "./start/timed-start.ts";

const warmStarts = 5;

/**
 * Measures `npm start` without npm: cold, with packages installed but nothing made, built or stored; and warm, with everything there.
 */
export async function run(harness: BenchHarness): Promise<BenchMetrics> {
  harness.say("Copying the checkout with its packages …");
  const copy = copyCheckout();
  try {
    harness.say("Starting cold …");
    const cold = await timeStart(copy.folder);
    const warm: TimedStart[] = [];
    for (let count = 1; count <= warmStarts; count += 1) {
      harness.say(`Starting warm, ${count} of ${warmStarts} …`);
      warm.push(await timeStart(copy.folder));
    }
    const spread = (percent: number) => ({
      address: percentile(warm.map(({ addressMs }) => addressMs), percent),
      page: percentile(warm.map(({ pageMs }) => pageMs), percent),
      stop: percentile(warm.map(({ stopMs }) => stopMs), percent),
    });
    const [median, worst] = [spread(50), spread(100)];
    const row = (start: string, { address, page, stop }: typeof median) => ({
      start,
      "address ms": Math.round(address),
      "page ms": Math.round(page),
      "stop ms": Math.round(stop),
    });
    harness.table([
      row("cold", { address: cold.addressMs, page: cold.pageMs, stop: cold.stopMs }),
      row("warm, median", median),
      row(`warm, worst of ${warmStarts}`, worst),
    ]);
    return {
      coldAddressMs: Math.round(cold.addressMs),
      coldPageMs: Math.round(cold.pageMs),
      warmAddressMs: Math.round(median.address),
      warmPageMs: Math.round(median.page),
      warmWorstAddressMs: Math.round(worst.address),
      stopMs: Math.round(median.stop),
    };
  } finally {
    copy.remove();
  }
}
