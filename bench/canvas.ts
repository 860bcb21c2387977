import { chromium, type Browser, type Page } from "@playwright/test";
import { operator } from "../core/access/actor.ts";
import { briefSchema } from "../core/brief/brief.ts";
import { applyOps } from "../core/workflow/apply-op.ts";
import { emptyGraph, type Graph } from "../core/workflow/graph.ts";
import { opSchema } from "../core/workflow/op.ts";
import { browserArguments, findBrowser } from "../scripts/browser.mjs";
import { createServices, type Services } from "../server/services.ts";
import { startApp, type RunningApp } from "../tests/browser/running-app.ts";
import { writtenPlan } from "../tests/setup/written-plan.ts";
import type { BareGraph } from "./canvas/bare-page.tsx";
import { bareGraphOf, bareNode, startBareServer } from "./canvas/bare-server.ts";
import { drag, pan } from "./canvas/gesture.ts";
import { largePlan } from "./canvas/large-plan.ts";
import type { BenchHarness, BenchMetrics } from "./harness.ts";
import type { TableRow } from "./harness/table.ts";
import { percentile } from "./harness/percentile.ts";
import { openSignedInWindow } from "./harness/signed-in-window.ts";
import { writePaced } from "./live/paced-writer.ts";
import { startRawListener } from "./live/raw-listener.ts";
import { cardArrivals, watchCards } from "./plan/card-watch.ts";

/** One node is what the page costs without a graph. */
const sizes = [1, 100, 300, 1_000];
const loads = 5;
const streamedOps = 30;
const opsPerSecond = 5;
/** At this zoom all of a thousand nodes are in view. */
const farAway = 0.1;

const brief = briefSchema.parse({ question: "What is kept, for how long, and how is it thrown away?", requirements: [{ id: "r1", text: "What is kept" }] });

interface House {
  app: RunningApp;
  services: Services;
  page: Page;
  bare: Awaited<ReturnType<typeof startBareServer>>;
  barePage: Page;
}

/** What was measured of one page. */
type Figures = Record<"interactiveMs" | "panP95Ms" | "panWorkP95Ms" | "farPanP95Ms" | "dragP95Ms" | "dragWorkP95Ms" | "opP50Ms" | "heapMb", number>;

/** A plan of 100, 300 and 1,000 nodes in a real browser: opened, panned, dragged, written to; beside bare React Flow with the same nodes in a canvas of the same size. */
export async function run({ say, table, args }: BenchHarness): Promise<BenchMetrics> {
  const app = await startApp();
  const browser = await chromium.launch({ args: browserArguments, executablePath: (await findBrowser()) ?? undefined });
  const services = createServices({ databaseUrl: app.databaseUrl, secret: "the secret of a bench, long enough", publicOrigin: null, port: 0 });
  const bare = await startBareServer();
  const metrics: BenchMetrics = {};
  const rows: TableRow[] = [];
  try {
    // A worker would find that nobody it knows writes these plans.
    app.kill("worker", "SIGSTOP");
    const house = { app, services, bare, ...(await openPages(browser, app)) };
    for (const size of args.length === 0 ? sizes : args.map(Number)) {
      say(`${size} nodes …`);
      const graph = graphOf(size);
      const { ours, view, canvas } = await measureOurs(house, graph);
      const theirs = await measureBare(house, graph, view, canvas);
      for (const name of Object.keys(ours) as (keyof Figures)[]) {
        const ratio = ours[name] / theirs[name];
        rows.push({ nodes: size, figure: name, ours: ours[name], bare: theirs[name], ratio });
        const part = `nodes${size}${name.charAt(0).toUpperCase()}${name.slice(1)}`;
        Object.assign(metrics, { [part]: ours[name], [`${part}Bare`]: theirs[name], [`${part}Ratio`]: ratio });
      }
    }
  } finally {
    app.kill("worker", "SIGCONT");
    bare.stop();
    await services.close();
    await browser.close();
    await app.stop();
  }
  table(rows.toSorted((a, b) => String(a.figure).localeCompare(String(b.figure)) || Number(a.nodes) - Number(b.nodes)));
  return metrics;
}

async function openPages(browser: Browser, app: RunningApp): Promise<Pick<House, "page" | "barePage">> {
  const { window } = await openSignedInWindow(browser, app, { width: 1440, height: 900 });
  const page = await window.newPage();
  const barePage = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  for (const one of [page, barePage]) {
    await watchCards(one);
    await watchInteractive(one);
  }
  return { page, barePage };
}

function graphOf(size: number): Graph {
  const outcome = applyOps(emptyGraph, largePlan(size));
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome.graph;
}

async function measureOurs({ app, services, page }: House, graph: Graph): Promise<{ ours: Figures; view: BareGraph["view"]; canvas: { width: number; height: number } }> {
  const size = graph.nodes.length;
  const { workflowId, planId } = await writtenPlan(app.databaseUrl, { brief, plan: largePlan(size) });
  const ended = await services.finishPlan(operator, planId);
  if (!ended.ok) throw new Error(`The plan could not be finished: ${ended.reason}`);
  const interactiveMs = await measureLoads(page, `/workflows/${workflowId}`);
  const { view, canvas } = await page.evaluate(lookAtGraph);
  const gestures = await measureGestures(page, async () => {
    for (let click = 0; click < 20; click += 1) await page.getByRole("button", { name: "Zoom out" }).click();
  });
  const heapMb = await measureHeap(page);
  const opP50Ms = await measureStreamed(app, page, size);
  return { ours: { interactiveMs, ...gestures, opP50Ms, heapMb }, view, canvas };
}

async function measureBare({ bare, barePage }: House, graph: Graph, view: BareGraph["view"], canvas: { width: number; height: number }): Promise<Figures> {
  bare.show({ ...canvas, graph: bareGraphOf(graph, view) });
  const interactiveMs = await measureLoads(barePage, bare.url);
  const gestures = await measureGestures(barePage, async () => {
    bare.show({ ...canvas, graph: bareGraphOf(graph, { ...view, zoom: farAway }) });
    await barePage.reload();
    await barePage.locator(".react-flow__node").first().waitFor();
  });
  bare.show({ ...canvas, graph: bareGraphOf(graph, view) });
  await barePage.reload();
  await barePage.locator(".react-flow__node").first().waitFor();
  const heapMb = await measureHeap(barePage);
  const addedMs: number[] = [];
  for (let turn = 0; turn < streamedOps; turn += 1) {
    const before = (await cardArrivals(barePage, 1)).size;
    const askedAt = await barePage.evaluate((node) => {
      window.addBareNode(node);
      return performance.timeOrigin + performance.now();
    }, bareNode(`added-${turn}`, "Added", { x: (40 + turn - view.x) / view.zoom, y: (60 - view.y) / view.zoom }));
    const arrivals = await cardArrivals(barePage, before + 1);
    addedMs.push((arrivals.get(`added-${turn}`) ?? Number.NaN) - askedAt);
  }
  return { interactiveMs, ...gestures, opP50Ms: percentile(addedMs, 50), heapMb };
}

/** @returns the median of how long after its address was asked for the page showed a card and had nothing left to do. */
async function measureLoads(page: Page, address: string): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn <= loads; turn += 1) {
    await page.goto(address);
    await page.waitForFunction(() => window.interactiveMs !== null);
    // The first one fills the browser's cache.
    if (turn > 0) times.push((await page.evaluate(() => window.interactiveMs)) ?? Number.NaN);
  }
  return percentile(times, 50);
}

async function measureGestures(page: Page, zoomOut: () => Promise<void>): Promise<Omit<Figures, "interactiveMs" | "opP50Ms" | "heapMb">> {
  const panned = await pan(page);
  const dragged = await drag(page);
  await zoomOut();
  const far = await pan(page);
  return {
    panP95Ms: percentile(panned.frameMs, 95),
    panWorkP95Ms: percentile(panned.workMs, 95),
    farPanP95Ms: percentile(far.frameMs, 95),
    dragP95Ms: percentile(dragged.frameMs, 95),
    dragWorkP95Ms: percentile(dragged.workMs, 95),
  };
}

/** @returns from an op that the database has to its node on screen: what is left when a bare connection's way to it is taken off. */
async function measureStreamed(app: RunningApp, page: Page, size: number): Promise<number> {
  const plan = largePlan(size);
  const { workflowId, planId } = await writtenPlan(app.databaseUrl, { brief, plan });
  await page.goto(`/workflows/${workflowId}`);
  await page.getByText("The planner is writing").waitFor();
  const topic = `plan:${planId}`;
  const raw = await startRawListener(app.databaseUrl, topic);
  const ops = Array.from({ length: streamedOps }, (_, turn) => opSchema.parse({ op: "node-add", node: { kind: "agent", id: `added-${turn}`, title: `Added ${turn}`, phase: "report", maxTurns: 8 } }));
  await writePaced(app.databaseUrl, topic, opsPerSecond, ops.map((op) => ({ type: "op", op })));
  await page.waitForFunction((wanted) => window.cards.arrivals.filter(([id]) => id.startsWith("added-")).length === wanted, streamedOps);
  await raw.stop();
  const arrivals = new Map(await page.evaluate(() => window.cards.arrivals));
  return percentile(ops.map((_op, turn) => (arrivals.get(`added-${turn}`) ?? Number.NaN) - (raw.arrivals.get(plan.length + turn + 1) ?? Number.NaN)), 50);
}

async function measureHeap(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devtools.send("Runtime.getHeapUsage");
  await devtools.detach();
  return usedSize / 1_048_576;
}

declare global {
  interface Window {
    /** Since the address was asked for; null until a card is on screen and the page is idle. */
    interactiveMs: number | null;
  }
}

async function watchInteractive(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.interactiveMs = null;
    const seen = new MutationObserver(() => {
      if (document.querySelector(".react-flow__node") === null) return;
      seen.disconnect();
      requestAnimationFrame(() => requestIdleCallback(() => (window.interactiveMs = performance.now())));
    });
    seen.observe(document, { subtree: true, childList: true });
  });
}

/** In the page: from where the graph is looked at, and how large it is drawn. */
function lookAtGraph(): { view: BareGraph["view"]; canvas: { width: number; height: number } } {
  const { width = 0, height = 0 } = document.querySelector(".react-flow")?.getBoundingClientRect() ?? {};
  const { transform } = getComputedStyle(document.querySelector(".react-flow__viewport") ?? document.body);
  const { e, f, a } = new DOMMatrix(transform);
  return { view: { x: e, y: f, zoom: a }, canvas: { width, height } };
}
