import { LiveHub } from "../../components/shell/live-hub.ts";
import type { LiveStatus } from "../../components/shell/live-source.ts";
import { streamOpener } from "../../components/shell/live-stream.ts";
import { propertyDraw } from "../../scripts/property-draw.mjs";
import { followCutStream } from "./cut-stream.ts";
import { startCuttingProxy } from "./cutting-proxy.ts";
import { expect, test } from "./fixtures.ts";
import { createHastyClient } from "./hasty-client.ts";
import { openLogWriter } from "./log-writer.ts";
import { drawFrom } from "./seeded-draw.ts";

const wantedCuts = 60;

const upTo = (last: number): number[] => Array.from({ length: last }, (_, at) => at + 1);

test("a stream that is cut at random bytes goes on by EventSource's own resume without a gap or a repetition", async ({ app, resident }) => {
  console.log(`Cuts are drawn with seed ${propertyDraw.seed}.`);
  const member = await resident("admin");
  const { written, sequences, texts } = await followCutStream({ app, member, draw: drawFrom(propertyDraw.seed) }, wantedCuts);
  expect(sequences).toEqual(upTo(written.length));
  expect(texts).toEqual(written);
});

test("the browser's hub survives the same cuts, for readers that come and go", async ({ app, resident }) => {
  const draw = drawFrom(propertyDraw.seed + 1);
  const admin = await resident("admin");
  const { sessionId } = await admin.api.session.me.query();
  const writer = await openLogWriter(app.databaseUrl, draw);
  const proxy = await startCuttingProxy(app.url, () => Math.floor(draw() * 8_000));
  const open = streamOpener(createHastyClient(proxy.url, admin), sessionId ?? "");
  const hub = new LiveHub({ open, isOnline: () => true, delays: { afterSuccessMs: 0, firstMs: 0, lastMs: 0 } });
  const states: LiveStatus["state"][] = [];
  const leave = hub.watch(() => states.push(hub.status.state));

  const follow = (from: number) => {
    const sequences: number[] = [];
    const stop = hub.subscribe(writer.topic, from, {
      onEntries: (entries) => sequences.push(...entries.map((entry) => entry.sequence)),
      onGlimpse: () => undefined,
      onRestart: () => sequences.push(Number.NaN),
      onRefused: () => sequences.push(Number.NaN),
    });
    return { from, sequences, stop };
  };
  const readers = [follow(0)];
  const write = async (): Promise<number> => {
    await writer.append();
    if (draw() < 0.1) readers.push(follow(Math.floor(draw() * writer.written.length)));
    if (draw() < 0.05 && readers.length > 3) readers.splice(1, 1)[0]?.stop();
    return proxy.cutCount();
  };
  await expect.poll(write, { intervals: [5], timeout: 50_000 }).toBeGreaterThanOrEqual(wantedCuts);
  proxy.stopCutting();
  const last = writer.written.length;
  for (const { from, sequences } of readers) {
    await expect.poll(() => sequences.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(last - from);
    expect(sequences).toEqual(upTo(last).slice(from));
  }
  expect(hub.status.state).toBe("live");
  leave();
  await proxy.close();
  await writer.close();
});
