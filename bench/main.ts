import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "@playwright/test";
import { browserArguments, findBrowser } from "../scripts/browser.mjs";
import type { Resident } from "../tests/browser/resident.ts";
import { startApp } from "../tests/browser/running-app.ts";
import type { BenchHarness, BenchMetrics } from "./harness.ts";
import { documentationTakenIn } from "./harness/documentation-taken-in.ts";
import { percentile } from "./harness/percentile.ts";
import { openSignedInWindow } from "./harness/signed-in-window.ts";
import { until } from "./harness/until.ts";

const question = "How does an application invalidate cached data by a tag?";
const runs = 5;

/** What people wait for on the main way, all on the offline model: approve → first event, event → screen, start → report. */
export async function run({ say, table }: BenchHarness): Promise<BenchMetrics> {
  const folder = await mkdtemp(join(tmpdir(), "countersign-bench-"));
  const browser = await chromium.launch({ args: browserArguments, executablePath: (await findBrowser()) ?? undefined });
  try {
    const first = await startedInto(folder, browser, null, async ({ admin, page }) => {
      const ways: Way[] = [];
      for (let count = 1; count <= runs; count += 1) {
        say(`From question to report, ${count} of ${runs} …`);
        ways.push(await goOnce(admin, page));
      }
      return { admin, ways };
    });
    say("Once more after a warm start …");
    const warm = await startedInto(folder, browser, first.result.admin, ({ admin, page }) => goOnce(admin, page));
    const { ways } = first.result;
    const eventMs = ways.flatMap(({ eventToScreenMs }) => eventToScreenMs);
    const metrics = {
      approveToFirstEventP50Ms: Math.round(percentile(ways.map(({ approveToFirstEventMs }) => approveToFirstEventMs), 50)),
      approveToFirstEventP95Ms: Math.round(percentile(ways.map(({ approveToFirstEventMs }) => approveToFirstEventMs), 95)),
      eventToScreenP50Ms: Math.round(percentile(eventMs, 50)),
      eventToScreenP95Ms: Math.round(percentile(eventMs, 95)),
      runToReportP50Ms: Math.round(percentile(ways.map(({ runToReportMs }) => runToReportMs), 50)),
      startToFirstReportMs: Math.round(first.readyMs + (ways[0]?.questionToReportMs ?? 0)),
      warmStartToFirstReportMs: Math.round(warm.readyMs + warm.result.questionToReportMs),
    };
    table([
      { what: "approve → first event of a worker", "p50 ms": metrics.approveToFirstEventP50Ms, "p95 ms": metrics.approveToFirstEventP95Ms },
      { what: `event → screen (${eventMs.length} events)`, "p50 ms": metrics.eventToScreenP50Ms, "p95 ms": metrics.eventToScreenP95Ms },
      { what: "run → report on screen", "p50 ms": metrics.runToReportP50Ms, "p95 ms": Math.round(percentile(ways.map(({ runToReportMs }) => runToReportMs), 95)) },
      { what: "start on an empty folder → first report", "p50 ms": metrics.startToFirstReportMs, "p95 ms": "" },
      { what: "warm start → first report", "p50 ms": metrics.warmStartToFirstReportMs, "p95 ms": "" },
    ]);
    return metrics;
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What comes of something done once an installation on a folder is ready for questions, and after how many milliseconds it was. */
async function startedInto<Outcome>(folder: string, browser: Browser, known: Resident | null, act: (ready: { admin: Resident; page: Page }) => Promise<Outcome>): Promise<{ readyMs: number; result: Outcome }> {
  const startedAt = performance.now();
  const app = await startApp(folder);
  try {
    const { window, admin } = await openSignedInWindow(browser, app, { width: 1440, height: 900 }, known ?? undefined);
    await documentationTakenIn(admin);
    const readyMs = performance.now() - startedAt;
    return { readyMs, result: await act({ admin, page: await window.newPage() }) };
  } finally {
    await app.stop();
  }
}

interface Way {
  approveToFirstEventMs: number;
  eventToScreenMs: number[];
  runToReportMs: number;
  questionToReportMs: number;
}

async function goOnce({ api }: Resident, page: Page): Promise<Way> {
  const askedAt = Date.now();
  const tools = ["search_sources", "read_source"];
  const requirements = [{ id: "r1", text: "How to invalidate cached data by a tag", isCritical: true }];
  const created = await api.workflows.create.mutate({ brief: { question, requirements, scope: { tools, collections: ["next"] } } });
  if (!created.ok) throw new Error(`The plan could not be asked for: ${created.reason}.`);
  let manifestDigest: string | undefined;
  await until(async () => {
    manifestDigest = (await api.workflows.get.query({ workflowId: created.workflowId }))?.examined?.manifestDigest;
    return manifestDigest !== undefined;
  });
  const approvedAt = Date.now();
  const decided = await api.workflows.decide.mutate({ workflowId: created.workflowId, manifestDigest: manifestDigest ?? "", verdict: "approved", reason: "" });
  if (!decided.ok) throw new Error(`The plan could not be approved: ${decided.reason}.`);
  const started = await api.runs.start.mutate({ workflowId: created.workflowId, decisionId: decided.decisionId });
  if (!started.ok) throw new Error(`The run could not be started: ${started.reason}.`);
  await page.goto(`/runs/${started.runId}?tab=events`);
  await page.evaluate(watchSequence);
  await until(async () => (await api.evidence.get.query({ runId: started.runId }))?.status === "completed");
  await page.goto(`/runs/${started.runId}?tab=report`);
  await page.getByRole("region", { name: "Answer" }).waitFor();
  const reportAt = Date.now();
  const seen = new Map(await page.evaluate(() => JSON.parse(sessionStorage.getItem("seen") ?? "[]") as [number, number][]));
  const entries = await api.runs.events.query({ runId: started.runId, after: 0, limit: 500 });
  const driven = entries.find(({ event }) => event.type === "driver-changed");
  const ended = entries.at(-1);
  return {
    approveToFirstEventMs: (driven?.at.getTime() ?? Number.NaN) - approvedAt,
    eventToScreenMs: entries.flatMap(({ sequence, at }) => (seen.has(sequence) ? [(seen.get(sequence) ?? 0) - at.getTime()] : [])),
    runToReportMs: (ended?.at.getTime() ?? Number.NaN) - approvedAt,
    questionToReportMs: reportAt - askedAt,
  };
}

/** In the page: notes when the tab of events first counts each sequence, and keeps it over a navigation. */
function watchSequence(): void {
  const seen: [number, number][] = [];
  let last = 0;
  const look = () => {
    const tab = [...document.querySelectorAll("[role=tab]")].find(({ textContent }) => textContent.startsWith("Events"));
    const shown = /[\d,]+/.exec(tab?.textContent ?? "")?.[0];
    const sequence = Number(shown?.replaceAll(",", "") ?? 0);
    if (sequence <= last) return;
    // What came in one piece was shown at one moment.
    if (last > 0) for (let one = last + 1; one <= sequence; one += 1) seen.push([one, Date.now()]);
    last = sequence;
    sessionStorage.setItem("seen", JSON.stringify(seen));
  };
  look();
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
}
