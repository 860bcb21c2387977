import type { BrowserContext, Page } from "@playwright/test";
import type { TabMessage, WorkerMessage } from "../../components/shell/live-worker-message.ts";

declare global {
  interface Window {
    liveWorker: { url: string; options: WorkerOptions };
    arrivals: [sequence: number, at: number][];
  }
}

/** A page of the product whose shared worker the bench can speak to as well. */
export async function openTab(window: BrowserContext, url: string): Promise<Page> {
  const page = await window.newPage();
  await page.addInitScript(() => {
    globalThis.SharedWorker = new Proxy(globalThis.SharedWorker, {
      construct: (worker, [address, options]: [string | URL, WorkerOptions]) => {
        globalThis.window.liveWorker = { url: String(address), options };
        return new worker(address, options);
      },
    });
  });
  await page.goto(url);
  await page.getByRole("banner").getByRole("button", { name: "Live", exact: true }).waitFor();
  return page;
}

/** Follows a topic in this tab, over the hub that the page uses, and notes when each entry arrives. */
export async function followTopic(page: Page, topic: string, sessionId: string): Promise<void> {
  await page.evaluate(
    async ({ followed, session }) => {
      const { url, options } = window.liveWorker;
      window.arrivals = [];
      const lockName = `bench-${crypto.randomUUID()}`;
      await new Promise<void>((resolve) => {
        void navigator.locks.request(lockName, () => {
          resolve();
          return new Promise(() => undefined);
        });
      });
      const { port } = new SharedWorker(url, options);
      const tell = (message: TabMessage): void => port.postMessage(message);
      port.addEventListener("message", ({ data: message }: MessageEvent<WorkerMessage>) => {
        if (message.kind !== "entries") return;
        const now = performance.timeOrigin + performance.now();
        for (const { sequence } of message.entries) window.arrivals.push([sequence, now]);
      });
      port.start();
      tell({ kind: "hello", lockName, sessionId: session });
      tell({ kind: "follow", followId: 1, topic: followed, from: 0 });
    },
    { followed: topic, session: sessionId },
  );
}

/** Waits until so many entries arrived. @returns when each did, by sequence. */
export async function arrivalsIn(page: Page, count: number): Promise<Map<number, number>> {
  await page.waitForFunction((wanted) => window.arrivals.length >= wanted, count);
  return new Map(await page.evaluate(() => window.arrivals));
}
