import { briefSchema } from "../../core/brief/brief.ts";
import { writtenPlan } from "../setup/written-plan.ts";
import { expect, test } from "./fixtures.ts";

test.describe.configure({ timeout: 120_000 });

test("a model is chosen for a role, and a brief that is changed becomes its next version, once it opens only what is here", async ({ app, signInAs }) => {
  const page = await (await signInAs("admin")).newPage();
  await page.goto("/settings/models");
  await page.getByLabel("Model: critic", { exact: true }).selectOption("offline:templates");
  const row = page.getByRole("row", { name: /^Critic/ });
  await expect(row).toContainText("Mara Admin");

  const brief = briefSchema.parse({ question: "What survives a crash?", requirements: [{ id: "r1", text: "What survives" }] });
  const { workflowId } = await writtenPlan(app.databaseUrl, { brief, plan: [] });
  await page.goto(`/workflows/${workflowId}`);
  await page.getByRole("link", { name: "Brief, version 1" }).click();
  await page.getByRole("textbox", { name: "Question" }).fill("What survives a fire?");
  await expect(page.getByText("Becomes version 2 with a plan of its own")).toBeVisible();
  const tools = page.getByRole("combobox", { name: "Tools" });
  await tools.fill("call_home");
  await tools.press("Enter");
  await page.getByRole("button", { name: "Write a plan" }).click();
  await expect(page.getByText("Not here: call_home. Take it out.")).toBeVisible();
  await tools.press("Backspace");
  await page.getByRole("button", { name: "Write a plan" }).click();
  await expect(page.getByRole("link", { name: "Brief, version 2" })).toBeVisible();
  await page.getByRole("link", { name: "Brief, version 2" }).click();
  await expect(page.getByRole("textbox", { name: "Question" })).toHaveValue("What survives a fire?");
});

test("a brief that is sent before the sources are listed waits for them, and is granted them all", async ({ signInAs, resident }) => {
  const { api } = await resident("admin");
  const { collectionId } = await api.sources.createCollection.mutate({ name: "Quick" }).then((made) => ("collectionId" in made ? made : { collectionId: "" }));
  expect(collectionId).not.toBe("");
  const page = await (await signInAs("admin")).newPage();
  const { promise: isTyped, resolve: goOn } = Promise.withResolvers<void>();
  await page.route(/sources\.collections/, async (route) => {
    await isTyped;
    await route.continue();
  });
  await page.goto("/briefs/new");
  await page.getByRole("textbox", { name: "Question" }).fill("What survives a hurry?");
  await page.getByRole("textbox", { name: "Question" }).press("Control+Enter");
  goOn();
  await page.waitForURL(/\/workflows\//);
  await page.getByRole("link", { name: "Brief, version 1" }).click();
  await expect(page.getByRole("checkbox", { name: /Quick/ })).toBeChecked();
});
