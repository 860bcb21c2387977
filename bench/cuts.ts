import { isDeepStrictEqual } from "node:util";
import { propertyDraw } from "../scripts/property-draw.mjs";
import { followCutStream } from "../tests/browser/cut-stream.ts";
import { createResidents } from "../tests/browser/resident.ts";
import { startApp } from "../tests/browser/running-app.ts";
import { drawFrom } from "../tests/browser/seeded-draw.ts";
import type { BenchHarness, BenchMetrics } from "./harness.ts";

const usualCuts = 1_000;

/** A live stream that is cut a thousand times at random bytes, or as often as is said, by a client that comes back at once: every entry once, in order. */
export async function run({ args: [said], say }: BenchHarness): Promise<BenchMetrics> {
  const wantedCuts = said === undefined ? usualCuts : Number(said);
  const app = await startApp();
  try {
    const member = await createResidents(app.url, app.firstAdminLink)("admin");
    say(`${wantedCuts} cuts, drawn with seed ${propertyDraw.seed} …`);
    const begun = performance.now();
    const { cuts, written, sequences, texts } = await followCutStream({ app, member, draw: drawFrom(propertyDraw.seed) }, wantedCuts);
    const seen = new Set(sequences);
    const metrics = {
      cuts,
      entries: written.length,
      gaps: written.filter((_, index) => !seen.has(index + 1)).length,
      duplicates: sequences.length - seen.size,
      outOfOrder: sequences.filter((sequence, index) => index > 0 && sequence <= (sequences[index - 1] ?? 0)).length,
      totalMs: Math.round(performance.now() - begun),
    };
    if (metrics.gaps + metrics.duplicates + metrics.outOfOrder > 0 || !isDeepStrictEqual(texts, written)) throw new Error(`The stream lost or changed something: ${JSON.stringify(metrics)}`);
    return metrics;
  } finally {
    await app.stop();
  }
}
