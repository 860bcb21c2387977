import { expect, test } from "./fixtures.ts";
import type { Resident } from "./resident.ts";
import { ReportPage } from "./pages/report-page.ts";
import { RunPage } from "./pages/run-page.ts";
import { expectSound } from "./sound-page.ts";

test.describe.configure({ timeout: 120_000 });

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
  // Where a report would stand, and in the audit, it is said what is waited for.
  const report = new ReportPage(page);
  await report.open("Audit");
  await expect(page.getByText("There are no claims yet: they come with the report.")).toBeVisible();
  await expectSound(page, "the audit of a run that waits");
  await report.open("Report");
  await expect(page.getByRole("tabpanel").getByText("Shall it be written?")).toBeVisible();
  await expectSound(page, "no report yet");
  await page.getByRole("link", { name: "Decide", exact: true }).click();
  await expect(decision).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectSound(page, "a run");
  await decision.getByRole("button", { name: "Approve" }).click();
  await expect(decision.getByText("Still open: Tone.")).toBeVisible();
  // What isn't JSON goes nowhere, and what stood there before stays to be gone back to.
  await decision.getByRole("button", { name: "Edit it" }).click();
  const editor = decision.getByLabel("What goes on from here");
  await editor.fill('{"claims": [');
  await decision.getByRole("button", { name: "Approve as edited" }).click();
  await expect(editor).toHaveAttribute("aria-invalid", "true");
  await editor.fill("");
  await decision.getByRole("button", { name: "Approve as edited" }).click();
  await expect(decision.getByText("Nothing is written there")).toBeVisible();
  await expect(run.status("Waiting")).toBeVisible();
  await decision.getByRole("button", { name: "Leave it as it was" }).click();
  await decision.getByLabel("Short", { exact: true }).check();
  await decision.getByRole("button", { name: "Approve" }).click();
  await expect(decision).toHaveCount(0);
  await expect(run.status("Completed")).toBeVisible({ timeout: 60_000 });
  // It stays as long as the mouse rests on it, above the last step.
  await page.getByRole("alert").filter({ hasText: "You approved." }).getByRole("button", { name: "Close" }).click();
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
  const graph = (await described())?.revision?.graph;
  const reportNode = graph?.reportNode ?? "";
  const checked = graph?.nodes.find(({ kind }) => kind === "verify")?.id ?? "";
  const form = { type: "object", required: ["tone"], properties: { tone: { title: "Tone", enum: ["Short", "Long"] } } };
  const saved = await api.workflows.save.mutate({
    workflowId,
    baseRevision: 1,
    batches: [
      [
        { op: "node-add", node: { kind: "checkpoint", id: "look", title: "Look at it", asks: "Shall it be written?", form } },
        { op: "edge-add", edge: { id: "look-at", from: checked, to: "look", kind: "data" } },
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
