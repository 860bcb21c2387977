import { setTimeout as pause } from "node:timers/promises";
import { startCuttingProxy } from "./cutting-proxy.ts";
import { createHastyClient } from "./hasty-client.ts";
import { openLogWriter } from "./log-writer.ts";
import type { Resident } from "./resident.ts";
import type { RunningApp } from "./running-app.ts";

const longestPiece = 8_000;

export interface CutStream {
  cuts: number;
  written: readonly unknown[];
  /** As they arrived. */
  sequences: number[];
  texts: unknown[];
}

/**
 * Follows a log that is being written through a proxy that cuts the stream at random bytes, so often, and then to its end.
 * @throws when the client gives up, or nothing more comes.
 */
export async function followCutStream({ app, member, draw }: { app: Pick<RunningApp, "url" | "databaseUrl">; member: Resident; draw: () => number }, wantedCuts: number): Promise<CutStream> {
  const writer = await openLogWriter(app.databaseUrl, draw);
  const proxy = await startCuttingProxy(app.url, () => Math.floor(draw() * longestPiece));
  const sequences: number[] = [];
  const texts: unknown[] = [];
  const failed: { cause: unknown }[] = [];
  const subscription = createHastyClient(proxy.url, member).live.entries.subscribe(
    { topics: { [writer.topic]: 0 } },
    {
      onData: ({ data: message }) => {
        if (message.kind !== "entries") return;
        for (const entry of message.entries) {
          sequences.push(entry.sequence);
          texts.push(entry.data);
        }
      },
      onError: (cause) => failed.push({ cause }),
    },
  );
  const until = async (isDone: () => boolean, step: () => Promise<unknown>, withinMs: number) => {
    const giveUpAt = performance.now() + withinMs;
    while (!isDone()) {
      if (failed[0] !== undefined) throw new Error("The client gave up.", { cause: failed[0].cause });
      if (performance.now() > giveUpAt) throw new Error(`After ${proxy.cutCount()} cuts ${sequences.length} of ${writer.written.length} entries have arrived.`);
      await step();
    }
  };
  try {
    await until(() => proxy.cutCount() >= wantedCuts, async () => (await writer.append(), pause(5)), 50_000 + wantedCuts * 200);
    const cuts = proxy.cutCount();
    proxy.stopCutting();
    await until(() => sequences.length >= writer.written.length, () => pause(20), 20_000);
    return { cuts, written: writer.written, sequences, texts };
  } finally {
    subscription.unsubscribe();
    await proxy.close();
    await writer.close();
  }
}
