import { expect, test } from "./fixtures.ts";
import type { Resident } from "./resident.ts";
import { RunPage } from "./pages/run-page.ts";
import { WorkflowPage } from "./pages/workflow-page.ts";
import { expectSound } from "./sound-page.ts";

test.describe.configure({ timeout: 120_000 });

test("an approved plan runs, everybody sees it happen, and a reload changes nothing", async ({ signInAs }) => {
  const page = await (await signInAs("reviewer")).newPage();
  const plan = new WorkflowPage(page);
  await plan.ask("What is kept between requests?", ["What is kept"]);
  await plan.approve.click({ timeout: 60_000 });
  await plan.dialog.getByRole("button", { name: "Approve revision 1 and run" }).click();
  await page.waitForURL(/\/runs\//);
  const run = new RunPage(page);
  await expect(run.steps.first()).toBeVisible();
  await page.reload();
  const viewer = await (await signInAs("viewer")).newPage();
  await viewer.goto(page.url());
  const seen = new RunPage(viewer);
  await expect(run.status("Completed")).toBeVisible({ timeout: 60_000 });
  await expect(seen.status("Completed")).toBeVisible();
  await expect(viewer.getByRole("button", { name: "Stop" })).toHaveCount(0);
  const titles = await run.steps.allTextContents();
  expect(await seen.steps.count()).toBe(titles.length);
  expect(titles.filter((title) => !title.includes("Completed"))).toEqual([]);

  await expectSound(page, "a run");

  // The number in the tab, the last event and the stored log agree: nothing was lost or doubled on the way.
  await page.getByRole("tab", { name: /^Events/ }).click();
  const events = page.getByRole("list", { name: "Events of the run, oldest first" });
  await events.press("End");
  await expect(events.getByText("The run completed")).toBeVisible();
  const count = Number((await page.getByRole("tab", { name: /^Events/ }).textContent())?.replaceAll(/\D/g, ""));
  await expect(events.getByRole("listitem").last()).toContainText(String(count));

  await page.goto("/runs");
  await page.getByLabel("Search questions, claims and events").fill("kept between requests");
  await expect(page).toHaveURL(/q=kept/);
  await expect(page.getByRole("row").filter({ hasText: "Completed" }).first()).toBeVisible();
});

test("a run that waits is found in the inbox and answered", async ({ resident, signInAs }) => {
  const author = await resident("author");
  const runId = await runWithCheckpoint(author, await resident("reviewer"));
  const page = await (await signInAs("reviewer")).newPage();
  await page.goto("/");
  await page.getByRole("link", { name: /^Decide:/ }).first().click({ timeout: 60_000 });
  await page.goto(`/runs/${runId}`);
  const run = new RunPage(page);
  await expect(page).toHaveTitle(/^\(\d+\) /);
  const decision = page.getByRole("region", { name: "Look at it" });
  await expect(decision.getByText("Shall it be written?")).toBeVisible();
  await expectSound(page, "a run");
  await page.setViewportSize({ width: 390, height: 844 });
  await expectSound(page, "a run");
  await decision.getByRole("button", { name: "Approve" }).click();
  await expect(decision.getByText("Still open: Tone.")).toBeVisible();
  await decision.getByLabel("Short", { exact: true }).check();
  await decision.getByRole("button", { name: "Approve" }).click();
  await expect(decision).toHaveCount(0);
  await expect(run.status("Completed")).toBeVisible({ timeout: 60_000 });
  await run.step("Look at it").click();
  await expect(page.getByRole("region", { name: "Step: Look at it" }).getByText(/Approved by/).first()).toBeVisible();
});

/** Asks, has the plan changed so that it asks a person, approves it and starts it. */
async function runWithCheckpoint({ api }: Resident, reviewer: Resident): Promise<string> {
  const created = await api.workflows.create.mutate({ brief: { question: "Where does a cache live?" } });
  if (!created.ok) throw new Error(`No plan: ${created.reason}`);
  const { workflowId } = created;
  const described = async () => api.workflows.get.query({ workflowId });
  await expect.poll(async () => (await described())?.revision?.number, { timeout: 60_000 }).toBe(1);
  const reportNode = (await described())?.revision?.graph.reportNode ?? "";
  const form = { type: "object", required: ["tone"], properties: { tone: { title: "Tone", enum: ["Short", "Long"] } } };
  const saved = await api.workflows.save.mutate({
    workflowId,
    baseRevision: 1,
    batches: [
      [
        { op: "node-add", node: { kind: "checkpoint", id: "look", title: "Look at it", asks: "Shall it be written?", form } },
        { op: "edge-add", edge: { id: "look-first", from: "look", to: reportNode, kind: "order" } },
      ],
    ],
  });
  if (!saved.ok) throw new Error(`The checkpoint could not be added: ${saved.reason}`);
  const manifestDigest = (await described())?.examined?.manifestDigest ?? "";
  const decided = await reviewer.api.workflows.decide.mutate({ workflowId, manifestDigest, verdict: "approved", reason: "" });
  if (!decided.ok) throw new Error(`It could not be approved: ${decided.reason}`);
  const started = await reviewer.api.runs.start.mutate({ workflowId, decisionId: decided.decisionId });
  if (!started.ok) throw new Error(`It could not be started: ${started.reason}`);
  return started.runId;
}
