import { readFile } from "node:fs/promises";
import { briefSchema } from "../../core/brief/brief.ts";
import { opSchema } from "../../core/workflow/op.ts";
import { writtenPlan } from "../setup/written-plan.ts";
import { expect, test } from "./fixtures.ts";
import { WorkflowPage } from "./pages/workflow-page.ts";
import { expectLarge, expectSound, looks } from "./sound-page.ts";

test.describe.configure({ timeout: 120_000 });

test("a question becomes a plan that grows on screen, is corrected, reviewed and approved", async ({ signInAs }) => {
  const author = await (await signInAs("author")).newPage();
  const plan = new WorkflowPage(author);
  await plan.ask("What is kept between requests, and how can it be thrown away?", ["What is kept", "How to throw it away"]);
  await expect(plan.cards.first()).toBeVisible();
  await expect(plan.revision(1)).toBeVisible({ timeout: 60_000 });
  await expect(author.getByRole("tab", { name: "Requirements 2/2" })).toBeVisible();
  await expect(plan.approve).toHaveCount(0);
  await expect(author.getByText("A reviewer or an admin decides.")).toBeVisible();

  await plan.outline.getByRole("treeitem", { level: 2 }).first().click();
  await author.getByRole("tab", { name: "Edit" }).click();
  await author.getByLabel("Title", { exact: true }).fill("Read what is kept");
  await author.getByLabel("Title", { exact: true }).press("Enter");
  await expect(author.getByText("1 change, draft kept")).toBeVisible();
  await author.reload();
  await expect(author.getByText("1 change, draft kept")).toBeVisible();
  await expect(plan.outline.getByText("Read what is kept")).toBeVisible();
  await author.getByRole("button", { name: "Save", exact: true }).click();
  await expect(plan.revision(2)).toBeVisible();

  const reviewer = await (await signInAs("reviewer")).newPage();
  const review = new WorkflowPage(reviewer);
  await reviewer.goto("/");
  const asked = reviewer.getByRole("listitem").filter({ has: reviewer.locator(`a[href="${new URL(author.url()).pathname}"]`) });
  await asked.getByRole("link", { name: /^Review:/ }).click();
  await reviewer.getByRole("button", { name: "Request changes" }).click();
  await review.dialog.getByRole("button", { name: "Request changes" }).click();
  await expect(review.dialog.getByText("Say why")).toBeVisible();
  await reviewer.keyboard.press("Escape");
  await review.approve.click();
  await review.dialog.getByLabel("Reason").fill("Covers both parts.");
  await review.dialog.getByRole("button", { name: "Approve only" }).click();
  await expect(reviewer.getByText("Approved revision 2.")).toBeVisible();

  await reviewer.getByRole("tab", { name: "History" }).click();
  const download = reviewer.waitForEvent("download");
  await reviewer.getByRole("button", { name: "Signed decision" }).click();
  const envelope = JSON.parse(await readFile(await (await download).path(), "utf8"));
  expect(envelope).toMatchObject({ payloadType: "application/vnd.in-toto+json", signatures: [{}] });
});

test("nobody moves while a plan is written, nor when it ends, nor when it is opened again", async ({ signInAs }) => {
  const page = await (await signInAs("author")).newPage();
  const plan = new WorkflowPage(page);
  await plan.ask("How do I stream an answer, and what are the limits?", []);
  await expect(plan.cards.first()).toBeVisible();
  const early = await plan.places();
  await expect(plan.revision(1)).toBeVisible({ timeout: 60_000 });
  const finished = await plan.places();
  for (const [id, place] of early) expect(finished.get(id)).toBe(place);
  await page.reload();
  await expect(plan.cards).toHaveCount(finished.size);
  expect(await plan.places()).toEqual(finished);
});

test("the writing of a plan can be stopped, taken up again, and what is there be kept", async ({ app, signInAs }) => {
  const page = await (await signInAs("author")).newPage();
  const plan = new WorkflowPage(page);
  for (const end of ["Resume", "Keep as revision 1"]) {
    await plan.ask("What is kept between requests, and for how long?", ["What is kept", "For how long"]);
    await expect(plan.cards.first()).toBeVisible();
    // On a busy machine the rest would be written before the button is pressed.
    app.kill("worker", "SIGSTOP");
    try {
      await page.getByRole("button", { name: "Stop writing" }).click();
      await expect(page.getByText("Canceled: what was written is still here")).toBeVisible();
    } finally {
      app.kill("worker", "SIGCONT");
    }
    const written = await plan.places();
    await page.getByRole("button", { name: end }).click();
    await expect(plan.revision(1)).toBeVisible({ timeout: 60_000 });
    const places = await plan.places();
    for (const [id, place] of written) expect(places.get(id)).toBe(place);
    expect(places.size > written.size).toBe(end === "Resume");
  }
});

test("planted weaknesses are shown, keep anybody from approving, and can be taken out by hand and back", async ({ signInAs }) => {
  const page = await (await signInAs("admin")).newPage();
  const plan = new WorkflowPage(page);
  await plan.askExample("A plan with planted weaknesses");
  await expect(plan.revision(1)).toBeVisible({ timeout: 60_000 });
  await expect(plan.approve).toBeDisabled();
  await expect(page.getByText(/errors must be fixed or waived before anybody can approve/)).toBeVisible();
  await page.getByRole("tab", { name: /^Findings/ }).click();
  const findings = page.getByRole("article");
  const before = await findings.count();
  expect(before).toBeGreaterThan(2);
  await findings.filter({ hasText: "scope/tool-outside" }).first().getByRole("button", { name: /away$/ }).click();
  await page.getByRole("button", { name: "Apply", exact: true }).click();
  await expect(findings).toHaveCount(before - 1);
  await page.keyboard.press("Control+z");
  await expect(findings).toHaveCount(before);

  const writer = findings.filter({ hasText: "structure/no-report" });
  await writer.getByRole("button", { name: "Waive" }).click();
  await writer.getByLabel("Why this may stay").fill("Known");
  await writer.getByLabel("Why this may stay").press("Control+Enter");
  await expect(writer.getByText("Say why in at least ten characters.")).toBeVisible();
  await writer.getByLabel("Why this may stay").fill("Known, and read by nobody.");
  await writer.getByLabel("Why this may stay").press("Control+Enter");
  await page.reload();
  await page.getByRole("tab", { name: /^Findings/ }).click();
  await expect(writer.getByText("Known, and read by nobody.")).toBeVisible();
  await expect(findings.filter({ hasText: "structure/cycle" }).getByRole("button", { name: "Waive" })).toHaveCount(0);
});

test("on a phone a plan is read, judged and approved", async ({ signInAs }) => {
  const page = await (await signInAs("reviewer", { viewport: { width: 390, height: 844 } })).newPage();
  const plan = new WorkflowPage(page);
  await plan.ask("Where does a cache live?", ["Where it lives"]);
  await expect(plan.approve).toBeVisible({ timeout: 60_000 });
  await plan.outline.getByRole("treeitem", { level: 2 }).first().click();
  await expect(page.getByText("Why it is here")).toBeVisible();
  await page.getByRole("button", { name: "Close the inspector" }).click();
  await plan.approve.click();
  await plan.dialog.getByRole("button", { name: "Approve only" }).click();
  await expect(page.getByText("Approved revision 1.")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
});

const brief = briefSchema.parse({ question: "What survives a crash?", requirements: [{ id: "r1", text: "What survives" }], scope: { tools: ["search_sources"] } });
const writtenOps = [
  { op: "plan-update", changes: [{ path: ["phases"], value: [{ id: "read", title: "Read" }, { id: "check", title: "Check" }] }] },
  { op: "node-add", node: { kind: "agent", id: "read", title: "Read what survives", phase: "read", covers: ["r1"], tools: ["search_sources"], maxTurns: 4 } },
  { op: "node-add", node: { kind: "map", id: "each", title: "For each document", phase: "read", items: "inputs.read.claims", maxItems: 3 } },
  { op: "node-add", node: { kind: "map", id: "again", title: "For each of its quotes", parent: "each", items: "item.quotes", maxItems: 2 } },
  { op: "node-add", node: { kind: "agent", id: "look", title: "Look once more", parent: "again", maxTurns: 2 } },
  { op: "node-add", node: { kind: "verify", id: "check", title: "Check", phase: "check" } },
  { op: "node-add", node: { kind: "synthesize", id: "report", title: "Report" } },
  ...[["read", "each"], ["each", "check"], ["check", "report"]].map(([from, to]) => ({ op: "edge-add", edge: { id: `${from}-${to}`, from, to } })),
  { op: "plan-update", changes: [{ path: ["reportNode"], value: "report" }] },
].map((op) => opSchema.parse(op));

for (const [name, look] of Object.entries(looks)) {
  test(`the page of a plan is accessible while it is written, reviewed and decided, ${name}`, async ({ app, signInAs }) => {
    const page = await (await signInAs("admin", look)).newPage();
    const plan = new WorkflowPage(page);
    const sound = async (where: string) => {
      await expectSound(page, where);
      if (name === "phone") await expectLarge(page, where);
    };
    // A worker would find that nobody it knows writes this plan.
    app.kill("worker", "SIGSTOP");
    try {
      const { workflowId } = await writtenPlan(app.databaseUrl, { brief, plan: writtenOps });
      await page.goto(`/workflows/${workflowId}`);
      await expect(page.getByText("The planner is writing")).toBeVisible();
      await sound("in writing");
      await page.getByRole("button", { name: "Stop writing" }).click();
      await expect(page.getByText("Canceled: what was written is still here")).toBeVisible();
    } finally {
      app.kill("worker", "SIGCONT");
    }
    await page.getByRole("button", { name: "Keep as revision 1" }).click();
    await expect(plan.revision(1)).toBeVisible();
    await plan.outline.getByText("Read what survives").click();
    await page.getByRole("tab", { name: "Edit" }).click();
    await sound("in review, a node edited");
    await page.getByRole("button", { name: "Close the inspector" }).click();
    if (name === "phone") await page.getByRole("tab", { name: "Graph" }).click();
    await plan.approve.click();
    await plan.dialog.getByRole("button", { name: "Approve only" }).click();
    await expect(page.getByLabel("Review", { exact: true }).getByText(/^Approved/)).toBeVisible();
    await sound("decided");
  });
}
