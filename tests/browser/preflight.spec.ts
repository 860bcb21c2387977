import { keptPlan } from "../setup/kept-plan.ts";
import { plantedBrief, plantedErrors, plantedPlan } from "../setup/planted-plan.ts";
import { expect, test } from "./fixtures.ts";
import { expectLarge, expectSound, looks } from "./sound-page.ts";

test.describe.configure({ timeout: 120_000 });

const buttons = ["Take at most 20 items", "Take “run_shell” away", "Add a step for it", "Take them out", "Show it claims and evidence", "Mark what is refuted", "Keep both sides", "Keep waiting"];

test("a plan with ten planted errors is mended with fixes that are looked at first and an edit, approved with one waiver, and the manifest says so", async ({ app, resident, signInAs }) => {
  const admin = await resident("admin");
  const { api } = admin;
  const workflowId = await keptPlan(app.databaseUrl, admin, plantedPlan, plantedBrief);
  const errors = async () => ((await api.workflows.get.query({ workflowId }))?.examined?.report.findings ?? []).filter(({ severity }) => severity === "error").map(({ ruleId }) => ruleId);
  expect((await errors()).toSorted()).toEqual(plantedErrors.toSorted());

  const page = await (await signInAs("reviewer")).newPage();
  await page.goto(`/workflows/${workflowId}`);
  await expect(page.getByText("10 errors must be fixed or waived before anybody can approve.")).toBeVisible();
  await page.getByRole("tab", { name: "Findings" }).click();
  const preview = page.getByRole("region", { name: /^Preview: / });
  for (const [index, name] of buttons.entries()) {
    await page.getByRole("button", { name: name.replaceAll(/[“”]/g, '"'), exact: true }).first().click();
    await expect(preview).toContainText(/Errors \d+ → \d+/);
    if (index === 2) {
      await expect(page.locator(".react-flow__node [data-difference=added]").filter({ hasText: "What they leave open" })).toBeVisible();
      await expectSound(page, "preview of a fix");
      await page.keyboard.press("Escape");
      await expect(preview).toHaveCount(0);
      await page.getByRole("button", { name, exact: true }).click();
    }
    await preview.getByRole("button", { name: "Apply" }).click();
    await expect(preview).toHaveCount(0);
  }
  await page.getByRole("tree", { name: "Outline of the plan" }).getByText("Read each supplier", { exact: true }).click();
  await page.getByRole("tab", { name: "Edit" }).click();
  await page.getByLabel("Items, an expression").fill("inputs.find.claims");
  await page.getByLabel("Items, an expression").blur();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved revision 2.")).toBeVisible();
  expect(await errors()).toEqual(["synthesis/uncited"]);

  await page.getByRole("tab", { name: "Findings" }).click();
  const uncited = page.getByRole("tabpanel", { name: "Findings" }).getByRole("article").filter({ hasText: "synthesis/uncited" });
  await uncited.getByRole("button", { name: "Waive", exact: true }).click();
  await uncited.getByLabel("Why this may stay").fill("The board asked for an outlook as well.");
  await uncited.getByRole("button", { name: "Waive this error" }).click();
  await expect(page.getByText("You waive 1 error with a reason: it is part of what you approve.")).toBeVisible();
  await page.getByRole("button", { name: "Approve revision 2" }).click();
  await expect(page.getByRole("region", { name: "Waived by you" })).toContainText("The board asked for an outlook as well.");
  await page.getByRole("dialog").getByRole("button", { name: "Approve only" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  const described = await api.workflows.get.query({ workflowId });
  const decision = described?.decisions.find(({ verdict }) => verdict === "approved");
  expect(decision?.waivers).toMatchObject([{ ruleId: "synthesis/uncited", reason: "The board asked for an outlook as well." }]);

  const phone = await (await signInAs("author", looks.phone)).newPage();
  await phone.goto(`/workflows/${workflowId}`);
  await phone.getByRole("tab", { name: "Findings" }).click();
  await phone.getByRole("button", { name: "Ask for evidence" }).click();
  await expect(phone.getByRole("region", { name: /^Preview: / })).toContainText("Require evidence");
  await expectLarge(phone, "preview of a fix on a phone");
});
