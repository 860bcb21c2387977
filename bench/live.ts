import { randomUUID } from "node:crypto";
import { chromium, type Page } from "@playwright/test";
import { browserArguments, findBrowser } from "../scripts/browser.mjs";
import { startApp, type RunningApp } from "../tests/browser/running-app.ts";
import type { BenchHarness, BenchMetrics } from "./harness.ts";
import { percentile } from "./harness/percentile.ts";
import { openSignedInWindow } from "./harness/signed-in-window.ts";
import { writePaced } from "./live/paced-writer.ts";
import { startRawListener } from "./live/raw-listener.ts";
import { arrivalsIn, followTopic, openTab } from "./live/tab.ts";

const tabCounts = [1, 12];

/** Events a second, and how many are measured: ten seconds at the quick rates, enough values at the slow one. */
const loads = [
  { perSecond: 1, count: 20 },
  { perSecond: 50, count: 500 },
  { perSecond: 200, count: 2_000 },
];

/** About what an event of a run holds. */
const event = { kind: "step-progress", stepId: "01a203fa-583c-72e8-b5e3-af7d64973ab3", text: "x".repeat(200) };
const eventsOf = (count: number) => Array.from({ length: count }, () => event);

type Setting = { app: RunningApp; tabs: Page[]; sessionId: string };

type Latencies = { browser: number[]; raw: number[] };

/** From commit to a message in every tab of a real browser, beside LISTEN and SELECT on a bare connection in the same seconds. */
export async function run({ say, table }: BenchHarness): Promise<BenchMetrics> {
  const app = await startApp();
  const browser = await chromium.launch({ args: browserArguments, executablePath: (await findBrowser()) ?? undefined });
  const metrics: BenchMetrics = {};
  const rows = [];
  try {
    const { window, admin } = await openSignedInWindow(browser, app, { width: 1280, height: 720 });
    const { sessionId } = await admin.api.session.me.query();
    if (sessionId === null) throw new Error("The first admin is not signed in after joining.");
    const tabs: Page[] = [];
    for (const tabCount of tabCounts) {
      while (tabs.length < tabCount) tabs.push(await openTab(window, app.url));
      for (const { perSecond, count } of loads) {
        say(`${count} entries at ${perSecond} a second, ${tabCount} ${tabCount === 1 ? "tab" : "tabs"}`);
        const { browser: measured, raw } = await measure({ app, tabs, sessionId }, perSecond, count);
        const [p50, p95, rawP50, rawP95] = [percentile(measured, 50), percentile(measured, 95), percentile(raw, 50), percentile(raw, 95)];
        rows.push({ tabs: tabCount, "a second": perSecond, "p50 ms": p50, "p95 ms": p95, "raw p50": rawP50, "raw p95": rawP95, "p50 ratio": p50 / rawP50, "p95 ratio": p95 / rawP95 });
        const name = `tabs${tabCount}Rate${perSecond}`;
        Object.assign(metrics, {
          [`${name}BrowserP50Ms`]: p50,
          [`${name}BrowserP95Ms`]: p95,
          [`${name}RawP50Ms`]: rawP50,
          [`${name}RawP95Ms`]: rawP95,
          [`${name}P50Ratio`]: p50 / rawP50,
          [`${name}P95Ratio`]: p95 / rawP95,
        });
      }
    }
  } finally {
    await browser.close();
    await app.stop();
  }
  table(rows);
  return metrics;
}

/** @returns for each entry how long it took to the last tab, and to the bare connection. */
async function measure({ app, tabs, sessionId }: Setting, perSecond: number, count: number): Promise<Latencies> {
  const topic = `bench:${randomUUID()}`;
  const raw = await startRawListener(app.databaseUrl, topic);
  for (const tab of tabs) await followTopic(tab, topic, sessionId);
  // The hub takes a new topic into its stream within a moment; the first entries tell that all tabs have it.
  const warmUp = await writePaced(app.databaseUrl, topic, 20, eventsOf(5));
  await Promise.all(tabs.map((tab) => arrivalsIn(tab, warmUp.length)));
  const askedAt = await writePaced(app.databaseUrl, topic, perSecond, eventsOf(count));
  const arrivals = await Promise.all(tabs.map((tab) => arrivalsIn(tab, warmUp.length + count)));
  await raw.stop();
  const latencies: Latencies = { browser: [], raw: [] };
  for (const [at, asked] of askedAt.entries()) {
    const sequence = warmUp.length + at + 1;
    latencies.browser.push(Math.max(...arrivals.map((arrival) => arrival.get(sequence) ?? Number.NaN)) - asked);
    latencies.raw.push((raw.arrivals.get(sequence) ?? Number.NaN) - asked);
  }
  if (latencies.browser.some(Number.isNaN) || latencies.raw.some(Number.isNaN)) throw new Error(`Entries of ${topic} are missing.`);
  return latencies;
}
