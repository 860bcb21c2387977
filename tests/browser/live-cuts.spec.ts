import { createTRPCClient, httpLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import { EventSource } from "eventsource";
import superjson from "superjson";
import { LiveHub } from "../../components/shell/live-hub.ts";
import type { LiveStatus } from "../../components/shell/live-source.ts";
import { streamOpener } from "../../components/shell/live-stream.ts";
import { propertyDraw } from "../../scripts/property-draw.mjs";
import type { AppRouter } from "../../server/api/router.ts";
import { startCuttingProxy } from "./cutting-proxy.ts";
import { expect, test } from "./fixtures.ts";
import { openLogWriter } from "./log-writer.ts";
import type { Resident } from "./resident.ts";

const wantedCuts = 60;

/** Mulberry32: the same seed gives the same cuts. */
function drawFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A real client that is signed in. Its EventSource comes back at once, as a server may ask of any, instead of after three seconds. */
function createSignedInClient(origin: string, { cookies }: Resident) {
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const url = `${origin}/api/trpc`;
  const HastyEventSource = class extends EventSource {
    constructor(address: string | URL) {
      super(address, {
        fetch: async (target, init) => {
          const response = await fetch(target, { ...init, headers: { ...init.headers, cookie } });
          if (response.body === null) return response;
          const hurry = new TransformStream<Uint8Array, Uint8Array>({
            start: (controller) => controller.enqueue(new TextEncoder().encode("retry: 1\n\n")),
          });
          const { url: from, status, redirected, headers } = response;
          return { body: response.body.pipeThrough(hurry), url: from, status, redirected, headers };
        },
      });
    }
  };
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === "subscription",
        true: httpSubscriptionLink({ url, transformer: superjson, EventSource: HastyEventSource }),
        false: httpLink({ url, transformer: superjson, headers: { cookie } }),
      }),
    ],
  });
}

const upTo = (last: number): number[] => Array.from({ length: last }, (_, at) => at + 1);

test("a stream that is cut at random bytes goes on by EventSource's own resume without a gap or a repetition", async ({ app, resident }) => {
  console.log(`Cuts are drawn with seed ${propertyDraw.seed}.`);
  const draw = drawFrom(propertyDraw.seed);
  const admin = await resident("admin");
  const writer = await openLogWriter(app.databaseUrl, draw);
  const proxy = await startCuttingProxy(app.url, () => Math.floor(draw() * 8_000));
  const client = createSignedInClient(proxy.url, admin);
  const sequences: number[] = [];
  const texts: unknown[] = [];
  let failure: unknown = null;
  const subscription = client.live.entries.subscribe(
    { topics: { [writer.topic]: 0 } },
    {
      onData: ({ data: message }) => {
        if (message.kind !== "entries") return;
        for (const entry of message.entries) {
          sequences.push(entry.sequence);
          texts.push(entry.data);
        }
      },
      onError: (error) => (failure = error),
    },
  );
  await expect.poll(async () => (await writer.append(), failure ?? proxy.cutCount()), { intervals: [5], timeout: 50_000 }).toBeGreaterThanOrEqual(wantedCuts);
  proxy.stopCutting();
  await expect.poll(() => failure ?? sequences.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(writer.written.length);
  expect(sequences).toEqual(upTo(writer.written.length));
  expect(texts).toEqual(writer.written);
  subscription.unsubscribe();
  await proxy.close();
  await writer.close();
});

test("the browser's hub survives the same cuts, for readers that come and go", async ({ app, resident }) => {
  const draw = drawFrom(propertyDraw.seed + 1);
  const admin = await resident("admin");
  const { sessionId } = await admin.api.session.me.query();
  const writer = await openLogWriter(app.databaseUrl, draw);
  const proxy = await startCuttingProxy(app.url, () => Math.floor(draw() * 8_000));
  const open = streamOpener(createSignedInClient(proxy.url, admin), sessionId ?? "");
  const hub = new LiveHub({ open, isOnline: () => true, delays: { afterSuccessMs: 0, firstMs: 0, lastMs: 0 } });
  const states: LiveStatus["state"][] = [];
  const leave = hub.watch(() => states.push(hub.status.state));

  const follow = (from: number) => {
    const sequences: number[] = [];
    const stop = hub.subscribe(writer.topic, from, {
      onEntries: (entries) => sequences.push(...entries.map((entry) => entry.sequence)),
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
