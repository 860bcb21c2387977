import { readFile } from "node:fs/promises";
import { auditRun } from "../../core/evidence/audit-run.ts";
import { readRunExport } from "../../core/evidence/read-run-export.ts";
import { createOfflineModel } from "../../server/models/offline/offline-model.ts";
import { canariesIn, canaryKey } from "../setup/canary.ts";
import { answeringWith, openModelServer, type ModelServer } from "../setup/model-server.ts";
import { expect, test } from "./fixtures.ts";
import { ModelsPage } from "./pages/models-page.ts";
import { ReportPage } from "./pages/report-page.ts";
import { RunPage } from "./pages/run-page.ts";
import { WorkflowPage } from "./pages/workflow-page.ts";
import type { Resident } from "./resident.ts";
import { expectSound } from "./sound-page.ts";

test.describe.configure({ timeout: 240_000 });

const places = ["planner", "worker", "verifier", "synthesizer"] as const;
let provider: ModelServer;

/** The offline model behind a provider: what speaks over HTTP here is the same as with a real one. */
test.beforeAll(async () => {
  provider = await openModelServer(answeringWith(createOfflineModel({ paceMs: 0 })));
  provider.switches.paceMs = 12;
});
// The installation is shared with other tests: roles are served again as they were.
test.afterAll(async ({ resident }) => {
  const { api } = await resident("admin");
  for (const place of places) await api.models.choose.mutate({ place, model: null });
  await provider.close();
});

test("over HTTP, a question becomes a plan, an approval, a run that outlives its worker, and a report whose claims lead to their passages", async ({ app, signInAs, resident }) => {
  const { api } = await resident("admin");
  // Other tests may have left collections of their own, empty ones too.
  const documentation = async () => (await api.sources.collections.query()).filter(({ origin }) => origin === "package");
  await expect.poll(async () => (await documentation()).map(({ expected, documentCount }) => expected === null && documentCount > 0), { timeout: 120_000 }).toEqual([true, true]);

  const page = await (await signInAs("admin")).newPage();
  const settings = new ModelsPage(page);
  await settings.open();
  await settings.addProvider({ name: "there", address: provider.baseUrl("openai-compatible"), key: canaryKey });
  await expect(settings.provider("there")).toContainText("Set");
  const price = { inputMicroUsd: 1_000_000, cachedInputMicroUsd: null, cacheWriteMicroUsd: null, outputMicroUsd: 4_000_000, asOf: "2026-11-01", source: "Made up for this test" };
  for (const model of ["there:writer", "there:judge"]) await api.models.setFact.mutate({ model, contextTokens: 128_000, price });
  await page.reload();
  for (const place of places) await settings.choose(place, place === "verifier" ? "there:judge" : "there:writer");

  const plan = new WorkflowPage(page);
  await plan.ask("How does an application invalidate cached data by a tag?", ["How to invalidate cached data by a tag"]);
  await expect(plan.revision(1)).toBeVisible({ timeout: 60_000 });
  await plan.approve.click();
  await plan.dialog.getByRole("button", { name: "Approve revision 1 and run" }).click();
  await page.waitForURL(/\/runs\//);

  const run = new ReportPage(page);
  await run.open("Report");
  await expect(page.getByText("No report yet")).toBeVisible();
  const runId = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await expect.poll(async () => (await api.runs.events.query({ runId, after: 0, limit: 500 })).some(({ event }) => event.type === "model-called"), { timeout: 60_000 }).toBe(true);
  app.kill("worker");
  const viewer = await (await signInAs("viewer")).newPage();
  await viewer.goto(`/runs/${runId}`);
  const [steps, seen] = [new RunPage(page), new RunPage(viewer)];
  await expect(seen.steps.first()).toBeVisible();
  app.kill("web");

  // Nobody reloads: status, audit and report come by themselves.
  await expect(run.head.getByText("Completed")).toBeVisible({ timeout: 120_000 });
  await expect(run.head.getByText("Audit passed")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("Run completed", { exact: true })).toBeVisible();
  await run.chips.nth(1).click();
  await expect(run.claim("C2")).toBeVisible();
  await page.keyboard.press("k");
  await expect(run.claim("C1")).toContainText("there:judge");
  const mark = run.source.locator("mark[data-current]").first();
  await expect(mark).toBeInViewport();
  const file = await api.evidence.get.query({ runId });
  const [quote] = file?.claims[0]?.quotes ?? [];
  expect(quote?.found).toBe("in-source");
  const ends = (await api.runs.events.query({ runId, after: 0, limit: 500 })).map(({ event }) => event.type);
  expect(ends.filter((type) => type === "run-completed")).toHaveLength(1);
  expect(ends).toContain("driver-changed");

  const address = page.url();
  await page.goto(address);
  await expect(run.claim("C1")).toBeVisible();
  await expect(mark).toBeInViewport();
  await expectSound(page, "a report");

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await page.getByRole("menuitem", { name: "JSON" }).click();
  const exported = readRunExport(JSON.parse(await readFile(await (await download).path(), "utf8")));
  expect(exported.ok && auditRun(exported.read.run)).toMatchObject({ result: "passed" });

  await run.open("Audit");
  await expect(run.matrix.getByRole("row")).toHaveCount((file?.claims.length ?? 0) + 1);
  await expect(page.getByText("No rule has anything to say against this result.")).toBeVisible();
  await expectSound(page, "an audit");

  // On a phone the table scrolls, and still says what each claim is; a quote leads down to its document.
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(async () => (await run.matrix.getByRole("row").nth(1).getByRole("cell").first().boundingBox())?.width).toBeGreaterThan(140);
  await expectSound(page, "an audit on a phone");
  await run.matrix.getByRole("link", { name: "C1", exact: true }).click();
  const sheet = page.getByRole("dialog", { name: "Claim and evidence" });
  await expect(sheet.getByRole("region", { name: "Claim C1" })).toBeVisible();
  await expectSound(page, "a claim on a phone");
  await sheet.getByRole("button", { name: /found by/ }).first().click();
  await expect(sheet.locator("mark[data-current]").first()).toBeInViewport();
  await sheet.getByRole("button", { name: "Close" }).click();
  await expect(sheet).toHaveCount(0);
  await expect(run.answer).toBeVisible();
  await page.setViewportSize({ width: 1440, height: 900 });

  // Who only looks on has seen the same, and may not stop anything; nothing was lost or doubled on the way.
  await expect(seen.status("Completed")).toBeVisible();
  await expect(viewer.getByRole("button", { name: "Stop" })).toHaveCount(0);
  const titles = await seen.steps.allTextContents();
  expect(titles.filter((title) => !title.includes("Completed"))).toEqual([]);
  await page.getByRole("tab", { name: "Graph" }).click();
  await expect(steps.steps).toHaveCount(titles.length);
  await expectSound(page, "a run");
  await page.getByRole("tab", { name: /^Events/ }).click();
  const events = page.getByRole("list", { name: "Events of the run, oldest first" });
  await events.press("End");
  await expect(events.getByText("The run completed")).toBeVisible();
  await expect(page.getByRole("tab", { name: /^Events/ })).toContainText(String(ends.length));

  // A worker makes it found by its words after it ended, when it has time.
  await expect.poll(async () => (await api.runs.list.query({ search: "cached data by a tag" })).runs.map(({ id }) => id), { timeout: 60_000 }).toContain(runId);
  await page.goto("/runs");
  await page.getByLabel("Search questions, claims and events").fill("cached data by a tag");
  await expect(page).toHaveURL(/q=cached/);
  await expect(page.getByRole("row").filter({ hasText: "Completed" }).first()).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByPlaceholder("Search or jump to").fill("cached data by a tag");
  await page.getByRole("dialog").getByText(/, run /).first().click();
  await expect(page).toHaveURL(`/runs/${runId}`);

  // The key went to the provider, and nowhere that anybody can look.
  expect(provider.requests[0]?.headers.authorization).toBe(`Bearer ${canaryKey}`);
  expect((await api.runs.events.query({ runId, after: 0, limit: 500 })).some(({ event }) => event.type === "model-called" && event.model === "there:writer" && (event.costMicroUsd ?? 0) > 0)).toBe(true);
  const kept = await page.evaluate(async () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, await indexedDB.databases()]));
  await settings.open();
  expect(canariesIn([kept, await page.content(), app.output()].join("\n"))).toEqual([]);
});

/** Has a question answered from what comes with the installation. @returns the run's id, once it began */
async function ask({ api }: Resident, question: string): Promise<string> {
  const scope = { tools: ["search_sources", "read_source"], collections: (await api.sources.collections.query()).flatMap(({ name, origin }) => (origin === "package" ? [name] : [])) };
  const created = await api.workflows.create.mutate({ brief: { question, scope } });
  const workflowId = created.ok ? created.workflowId : "";
  const written = () => api.workflows.get.query({ workflowId });
  await expect.poll(async () => (await written())?.revision?.number, { timeout: 60_000 }).toBe(1);
  const decided = await api.workflows.decide.mutate({ workflowId, manifestDigest: (await written())?.examined?.manifestDigest ?? "", verdict: "approved", reason: "Fine." });
  const started = await api.runs.start.mutate({ workflowId, decisionId: decided.ok ? decided.decisionId : "" });
  return started.ok ? started.runId : "";
}

test("what no document answers is called unanswered, with the passages that come closest opened at their place", async ({ signInAs, resident }) => {
  const runId = await ask(await resident("admin"), "What does invalidating cached data by a tag cost per month?");
  const page = await (await signInAs("viewer")).newPage();
  await page.goto(`/runs/${runId}?tab=report`);
  const run = new ReportPage(page);
  await expect(run.head.getByText("Audit inconclusive")).toBeVisible({ timeout: 120_000 });
  await expect(run.answer).toContainText("The documents that were read don't answer this.");
  await expect(run.chips).toHaveCount(0);
  const passages = run.answer.getByRole("button", { name: /found by/ });
  const mark = run.source.locator("mark[data-current]").first();
  await expect(mark).toBeInViewport();
  await passages.nth(1).click();
  await expect(passages.nth(1)).toHaveAttribute("aria-current", "true");
  await expect(run.source).toContainText("quote 2 of");
  await expect(mark).toBeInViewport();
  await expectSound(page, "closest passages");
  await page.reload();
  await expect(passages.nth(1)).toHaveAttribute("aria-current", "true");

  await page.setViewportSize({ width: 390, height: 844 });
  const sheet = page.getByRole("dialog", { name: "Closest passage" });
  await expect(sheet.locator("mark[data-current]").first()).toBeInViewport();
  await expectSound(page, "a closest passage on a phone");
  await sheet.getByRole("button", { name: "Close" }).click();
  await expect(sheet).toHaveCount(0);
  await expect(run.answer).toBeVisible();
});

test("what may answer is told from what does, on the page and in its claims, and the audit can't say", async ({ signInAs, resident }) => {
  const runId = await ask(await resident("admin"), "Can I use the Vue package of the AI SDK with Vue 2?");
  const page = await (await signInAs("viewer")).newPage();
  await page.goto(`/runs/${runId}?tab=report`);
  const run = new ReportPage(page);
  await expect(run.head.getByText("Audit inconclusive")).toBeVisible({ timeout: 120_000 });
  await expect(page.getByText("Nothing in the report is sure to answer what was asked.")).toBeVisible();
  await expect(run.answer).toContainText("What may answer it:");
  await expect(run.answer.getByRole("heading", { name: "Not answered for sure" })).toBeVisible();
  await expect(run.chips.first()).toHaveAccessibleName(/^Claim C1: .+, may answer$/);
  await expect(page.getByRole("region", { name: "Claim C1" })).toContainText("It may not answer what was asked.");
  await expectSound(page, "claims that may answer");
});
