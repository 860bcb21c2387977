import { chromium, type Page } from "@playwright/test";
import { operator } from "../core/access/actor.ts";
import { briefSchema } from "../core/brief/brief.ts";
import { applyOps } from "../core/workflow/apply-op.ts";
import { emptyGraph, type Graph } from "../core/workflow/graph.ts";
import { placeNodes } from "../core/workflow/place-nodes.ts";
import { browserArguments, findBrowser } from "../scripts/browser.mjs";
import { createServices, type Services } from "../server/services.ts";
import { startApp, type RunningApp } from "../tests/browser/running-app.ts";
import { writtenPlan } from "../tests/setup/written-plan.ts";
import type { BenchHarness, BenchMetrics } from "./harness.ts";
import { documentationTakenIn } from "./harness/documentation-taken-in.ts";
import { percentile } from "./harness/percentile.ts";
import { openSignedInWindow } from "./harness/signed-in-window.ts";
import { writePaced } from "./live/paced-writer.ts";
import { startRawListener } from "./live/raw-listener.ts";
import { allPlaces, cardArrivals, largestJump, watchCards } from "./plan/card-watch.ts";
import { lanePlan } from "./plan/lane-plan.ts";

const sizes = [10, 50, 200];
/** About as quick as a fast model writes ops. */
const opsPerSecond = 20;
const submissions = 12;

const brief = briefSchema.parse({ question: "What is kept, for how long, and how is it thrown away?", requirements: [{ id: "r1", text: "What is kept" }] });

/** From a question to the first node in a real browser; then plans written op by op: how late nodes are, how far placed ones move, how long layouts take. */
export async function run({ say, table }: BenchHarness): Promise<BenchMetrics> {
  // The pace is for people who watch; here only the product's own time counts.
  process.env.COUNTERSIGN_OFFLINE_PACE_MS ??= "0";
  const app = await startApp();
  const browser = await chromium.launch({ args: browserArguments, executablePath: (await findBrowser()) ?? undefined });
  const services = createServices({ databaseUrl: app.databaseUrl, secret: "the secret of a bench, long enough", publicOrigin: null, port: 0 });
  const metrics: BenchMetrics = {};
  try {
    const { window, admin } = await openSignedInWindow(browser, app, { width: 1440, height: 900 });
    const page = await window.newPage();
    await watchCards(page);
    say("Waiting until the documentation is taken in …");
    await documentationTakenIn(admin);
    say(`${submissions} questions, from Ctrl+Enter to the first node …`);
    const submitMs = await measureSubmissions(page);
    const requestMs = await measureRequests(page);
    const submit = { submitToNodeP50Ms: percentile(submitMs, 50), submitToNodeP95Ms: percentile(submitMs, 95), emptyRequestP50Ms: percentile(requestMs, 50) };
    Object.assign(metrics, submit, { submitToNodePerRequestRatio: submit.submitToNodeP50Ms / submit.emptyRequestP50Ms });
    table([{ "submit to node": "p50 ms", ms: submit.submitToNodeP50Ms }, { "submit to node": "p95 ms", ms: submit.submitToNodeP95Ms }, { "submit to node": "an empty request", ms: submit.emptyRequestP50Ms }]);
    // A worker would find that nobody it knows writes these plans.
    app.kill("worker", "SIGSTOP");
    const rows = [];
    for (const size of sizes) {
      say(`A plan of ${size} nodes, ${opsPerSecond} ops a second …`);
      const measured = await measurePlan({ app, page, services }, size);
      rows.push({ nodes: size, ...measured });
      for (const [name, value] of Object.entries(measured)) metrics[`nodes${size}${name.replaceAll(/(?:^| )(\w)/g, (_, letter: string) => letter.toUpperCase())}`] = value;
    }
    table(rows);
  } finally {
    app.kill("worker", "SIGCONT");
    await services.close();
    await browser.close();
    await app.stop();
  }
  return metrics;
}

async function measureSubmissions(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < submissions; turn += 1) {
    await page.goto("/briefs/new");
    const field = page.getByRole("textbox", { name: "Question" });
    await field.fill(`${brief.question} (${turn + 1})`);
    await field.press("Control+Enter");
    const arrivals = await cardArrivals(page, 1);
    times.push(Math.min(...arrivals.values()) - (await page.evaluate(() => window.cards.submittedAt)));
    // The next one must not share the processors with the rest of this one.
    await page.getByRole("main").locator("header").getByText("Revision 1", { exact: true }).waitFor();
  }
  return times;
}

function measureRequests(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const times: number[] = [];
    for (let turn = 0; turn < 40; turn += 1) {
      const asked = performance.now();
      await (await fetch("/api/health", { cache: "no-store" })).text();
      times.push(performance.now() - asked);
    }
    return times;
  });
}

async function measurePlan({ app, page, services }: { app: RunningApp; page: Page; services: Services }, size: number) {
  const ops = lanePlan(size);
  const { workflowId, planId } = await writtenPlan(app.databaseUrl, { brief, plan: [] });
  await page.goto(`/workflows/${workflowId}`);
  await page.getByText("The planner is writing").waitFor();
  const topic = `plan:${planId}`;
  const raw = await startRawListener(app.databaseUrl, topic);
  const askedAt = await writePaced(app.databaseUrl, topic, opsPerSecond, ops.map((op) => ({ type: "op", op })));
  const arrivals = await cardArrivals(page, size);
  await raw.stop();
  const nodeMs: number[] = [];
  const rawMs: number[] = [];
  for (const [at, op] of ops.entries()) {
    const asked = askedAt[at] ?? Number.NaN;
    if (op.op === "node-add") nodeMs.push((arrivals.get(op.node.id) ?? Number.NaN) - asked);
    rawMs.push((raw.arrivals.get(at + 1) ?? Number.NaN) - asked);
  }
  if ([...nodeMs, ...rawMs].some(Number.isNaN)) throw new Error(`Entries of ${topic} are missing.`);

  const streamed = await allPlaces(page, size);
  const streamingJumpPx = await page.evaluate(() => window.cards.jumpPx);
  const ended = await services.finishPlan(operator, planId);
  if (!ended.ok) throw new Error(`The plan could not be finished: ${ended.reason}`);
  await page.getByRole("main").locator("header").getByText("Revision 1", { exact: true }).waitFor();
  await allPlaces(page, size);
  const endJumpPx = await page.evaluate(() => window.cards.jumpPx);
  await page.reload();
  const reloadJumpPx = largestJump(streamed, await allPlaces(page, size));
  // The first one also starts the layout worker.
  const tidyFirstMs = await measureTidy(page);
  await page.getByRole("button", { name: "Undo" }).click();
  const tidyMs = await measureTidy(page);
  return {
    "op to node p50 ms": percentile(nodeMs, 50),
    "op to node p95 ms": percentile(nodeMs, 95),
    "ratio to raw p50": percentile(nodeMs, 50) / percentile(rawMs, 50),
    "place ms": measurePlacing(ops),
    "tidy first ms": tidyFirstMs,
    "tidy ms": tidyMs,
    "jump streaming px": streamingJumpPx,
    "jump at end px": endJumpPx,
    "jump on reload px": reloadJumpPx,
  };
}

/** @returns from the click to the first card that was painted at another place. */
async function measureTidy(page: Page): Promise<number> {
  const button = page.getByRole("button", { name: /^Tidy/ });
  const clickedAt = await button.evaluate((element: HTMLElement) => {
    window.cards.movedAt = 0;
    element.click();
    return performance.timeOrigin + performance.now();
  });
  await page.waitForFunction(() => window.cards.movedAt > 0, undefined, { timeout: 60_000 });
  return (await page.evaluate(() => window.cards.movedAt)) - clickedAt;
}

/** @returns how long the last node of a plan takes to get its place while all others keep theirs. */
function measurePlacing(ops: ReturnType<typeof lanePlan>): number {
  const outcome = applyOps(emptyGraph, ops);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  const graph: Graph = outcome.graph;
  const known = placeNodes({ phases: graph.phases, nodes: graph.nodes.slice(0, -1) }, {});
  const times = Array.from({ length: 50 }, () => {
    const began = performance.now();
    placeNodes(graph, known);
    return performance.now() - began;
  });
  return percentile(times, 50);
}
