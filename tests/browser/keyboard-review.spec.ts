import type { Locator, Page } from "@playwright/test";
import { keptPlan } from "../setup/kept-plan.ts";
import { soundGraph } from "../setup/sound-graph.ts";
import { expect, test } from "./fixtures.ts";

test.describe.configure({ timeout: 120_000 });

/** Comes to a control as people without a mouse do. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control.first()).toBeVisible();
  for (let presses = 0; presses < 120; presses++) {
    if (await control.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${control} can't be reached by Tab.`);
}

/** What the page's live regions say to a screen reader. */
async function listen(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver((records) => {
      for (const { target } of records) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest("[aria-live], [role=status], [role=alert]");
        if (region != null) said.push(region.textContent);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said.join("\n"));
}

test("a plan is read, edited, discussed and approved with a note without a mouse, and what happens is said", async ({ app, resident, signInAs }) => {
  const admin = await resident("admin");
  // An agent without a limit: a warning to read.
  const sound = soundGraph({ covers: ["r1"], tools: [] });
  const nodes = (sound.nodes ?? []).map((node) => (node.kind === "agent" ? { ...node, maxTurns: undefined } : node));
  const workflowId = await keptPlan(app.databaseUrl, admin, { ...sound, nodes });
  const page = await (await signInAs("reviewer")).newPage();
  await page.goto(`/workflows/${workflowId}`);
  const said = await listen(page);

  const tree = page.getByRole("tree", { name: "Outline of the plan" });
  await tabTo(page, tree.getByRole("treeitem").first());
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("region", { name: "Inspector: Read" })).toBeVisible();
  await expect(page.getByText("Why it is here")).toBeVisible();

  await tabTo(page, page.getByRole("tab", { name: /^Requirements/ }));
  await page.keyboard.press("ArrowRight");
  await tabTo(page, page.getByRole("article").getByRole("button", { name: "Comment" }));

  await page.keyboard.press("c");
  await expect(page.getByRole("textbox", { name: /^Comment on/ })).toBeFocused();
  await page.keyboard.type("Which documents?");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Which documents?")).toBeVisible();
  await expect.poll(said).toContain("Rena Reviewer commented on");

  await tabTo(page, page.getByRole("tab", { name: /^Comments/ }));
  await page.keyboard.press("ArrowLeft");
  await tabTo(page, page.getByLabel("Title", { exact: true }));
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Read the log");
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 change, draft kept")).toBeVisible();
  await expect.poll(said).toContain("1 change");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Saved revision 2.")).toBeVisible();

  await tabTo(page, page.getByRole("button", { name: "Request changes" }));
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Approve revision 2" })).toBeFocused();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Approve revision 2" });
  await expect(dialog.getByLabel("Reason")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Approve revision 2" })).toBeFocused();
  await page.keyboard.press("Control+Enter");
  await expect(dialog.getByLabel("Reason")).toBeFocused();
  await page.keyboard.type("It covers what was asked.");
  await tabTo(page, dialog.getByRole("button", { name: "Approve only" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Approved revision 2.")).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await expect.poll(said).toContain("Rena Reviewer approved revision 2");

  const description = await admin.api.workflows.get.query({ workflowId });
  expect(description).toMatchObject({ state: "approved", decisions: [{ reason: "It covers what was asked.", opened: { nodes: { seen: 1, of: 3 } } }] });
});
