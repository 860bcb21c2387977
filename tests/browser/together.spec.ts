import type { Page } from "@playwright/test";
import { keptPlan } from "../setup/kept-plan.ts";
import { expect, test } from "./fixtures.ts";
import { WorkflowPage } from "./pages/workflow-page.ts";
import { expectSound, looks } from "./sound-page.ts";

test.describe.configure({ timeout: 120_000 });

async function retitle(page: Page, before: string, title: string): Promise<void> {
  await page.getByRole("tree").getByText(before, { exact: true }).click();
  await page.getByRole("tab", { name: "Edit" }).click();
  await page.getByLabel("Title", { exact: true }).fill(title);
  await page.getByLabel("Title", { exact: true }).press("Enter");
}

test("two people work on one plan: each sees the other, what both changed is chosen, and nothing else is lost", async ({ app, resident, signInAs }) => {
  const admin = await resident("admin");
  const workflowId = await keptPlan(app.databaseUrl, admin);
  const [mara, otto] = [await (await signInAs("admin")).newPage(), await (await signInAs("author")).newPage()];
  await mara.goto(`/workflows/${workflowId}?node=read`);
  await otto.goto(`/workflows/${workflowId}`);
  await expect(otto.getByRole("button", { name: "Mara Admin is at Read" })).toBeVisible();
  await expect(mara.getByRole("img", { name: "Otto Author is here" })).toBeVisible();

  await retitle(mara, "Read", "Read closely");
  await retitle(otto, "Read", "Read it all");
  await retitle(otto, "Check", "Check twice");
  await expect(otto.getByText("2 changes, draft kept")).toBeVisible();
  await mara.getByRole("button", { name: "Save", exact: true }).click();
  await expect(new WorkflowPage(mara).revision(2)).toBeVisible();

  await expect(otto.getByText(/Mara Admin saved revision 2: changed Read closely \(title\)/)).toBeVisible();
  await expect(otto.getByRole("button", { name: "Save", exact: true })).toBeDisabled();
  await expectSound(otto, "somebody saved meanwhile");
  await otto.getByRole("button", { name: "Try my changes on revision 2" }).click();
  const dialog = otto.getByRole("dialog", { name: "Changed by both of you" });
  await expect(dialog.getByRole("radio")).toHaveCount(2);
  await expect(dialog.getByRole("button", { name: "Go on with these" })).toBeDisabled();
  await expectSound(otto, "a conflict");
  await dialog.getByRole("radio", { name: "Yours: Read it all" }).click();
  await dialog.getByRole("button", { name: "Go on with these" }).click();
  await otto.getByRole("button", { name: "Save", exact: true }).click();
  await expect(new WorkflowPage(otto).revision(3)).toBeVisible();

  await mara.getByRole("button", { name: "Open revision 3" }).click();
  for (const title of ["Read it all", "Check twice"]) await expect(mara.getByRole("tree").getByText(title)).toBeVisible();
  await otto.close();
  await expect(mara.getByRole("list", { name: "Also here" }).getByRole("listitem")).toHaveCount(0);
});

test("an approval needs a second person, says from whom, and is refused when somebody saved meanwhile", async ({ app, resident, signInAs }) => {
  const admin = await resident("admin");
  const author = await resident("author");
  const { number: base, content } = await admin.api.policy.get.query();
  const changed = await admin.api.policy.change.mutate({ base, content: { ...content, approvals: { count: 2 } } });
  try {
    const workflowId = await keptPlan(app.databaseUrl, admin);
    const rena = await (await signInAs("reviewer", looks.phone)).newPage();
    const review = new WorkflowPage(rena);
    await rena.goto(`/workflows/${workflowId}`);
    await expect(rena.getByText("0 of 2 approvals; needs two from Mara Admin or Rena Reviewer.")).toBeVisible();
    await review.approve.click();
    await review.dialog.getByLabel("Reason").fill("Covers it.");
    await author.api.workflows.save.mutate({ workflowId, baseRevision: 1, batches: [[{ op: "node-update", id: "read", changes: [{ path: ["title"], value: "Read it all" }] }]] });
    await expect(review.dialog.getByText(/Otto Author saved revision 2 meanwhile: changed Read it all \(title\)/)).toBeVisible();
    await expect(review.dialog.getByRole("button", { name: /^Approve revision 1/ })).toBeDisabled();
    await expectSound(rena, "an overtaken decision on a phone");
    await rena.keyboard.press("Escape");
    await rena.getByRole("button", { name: "Open revision 2" }).click();
    await review.outline.getByText("Read it all", { exact: true }).click();
    await rena.getByRole("button", { name: "Close the inspector" }).click();
    await review.approve.click();
    await review.dialog.getByRole("button", { name: "Approve revision 2", exact: true }).dblclick();
    await expect(rena.getByText("Approved revision 2. It needs one more approval before it can run.")).toBeVisible();
    await expect(rena.getByText("1 of 2 approvals; needs one more from Mara Admin.")).toBeVisible();

    const mara = await (await signInAs("admin")).newPage();
    await mara.goto("/");
    const line = mara.getByRole("listitem").filter({ has: mara.locator(`a[href="/workflows/${workflowId}"]`) });
    await expect(line.getByText(/In review, 1 of 2 approvals/)).toBeVisible();
    await line.getByRole("link", { name: /^Review:/ }).click();
    const second = new WorkflowPage(mara);
    await second.approve.click();
    await expect(second.dialog.getByText(/Rena Reviewer approved revision 2/)).toBeVisible();
    await expectSound(mara, "the second approval");
    await second.dialog.getByRole("button", { name: "Approve only" }).click();
    await expect(mara.getByLabel("Review", { exact: true }).getByText("Approved", { exact: true })).toBeVisible();
    await mara.getByRole("tab", { name: "History" }).click();
    await expect(mara.getByText(/approval 1 of 2 · opened 1 of 3 nodes/)).toBeVisible();
    await mara.goto("/");
    await expect(line.getByRole("link", { name: /^Review:/ })).toHaveCount(0);
  } finally {
    await admin.api.policy.change.mutate({ base: changed.ok ? changed.number : base, content });
  }
});

test("a draft survives that the server is killed and the page reloaded at once, for its author only", async ({ app, resident, signInAs }) => {
  const workflowId = await keptPlan(app.databaseUrl, await resident("admin"));
  const page = await (await signInAs("author")).newPage();
  await page.goto(`/workflows/${workflowId}`);
  await retitle(page, "Read", "Read closely");
  await expect(page.getByText("1 change, draft kept")).toBeVisible();
  app.kill("web");
  await retitle(page, "Check", "Check twice");
  await page.getByLabel("Why it is here").fill("Half a wo");
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("3 changes, draft kept")).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
  for (const title of ["Read closely", "Check twice"]) await expect(page.getByRole("tree").getByText(title)).toBeVisible();
  await expect(page.getByLabel("Inspector: Check twice").getByText("Half a wo")).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => /\.(draft|typed)\./.test(key)))).toEqual([]);
});
