import { graphSchema } from "../../core/workflow/graph.ts";
import { keptPlan } from "../setup/kept-plan.ts";
import { soundGraph } from "../setup/sound-graph.ts";
import { expect, test } from "./fixtures.ts";
import { WorkflowPage } from "./pages/workflow-page.ts";
import { expectLarge, expectSound, looks } from "./sound-page.ts";

test.describe.configure({ timeout: 120_000 });

test("two people discuss a plan: what is unsent outlives a reload, what is said arrives at once and follows its words until they are gone", async ({ app, resident, signInAs }) => {
  const sound = graphSchema.parse(soundGraph({ covers: ["r1"], tools: [] }));
  const graph = { ...sound, nodes: sound.nodes.map((node) => (node.kind === "agent" ? { ...node, instructions: "Read the log. Quote the words." } : node)) };
  const workflowId = await keptPlan(app.databaseUrl, await resident("admin"), graph);

  const reviewer = await (await signInAs("reviewer", looks.phone)).newPage();
  const author = await (await signInAs("author")).newPage();
  const plan = new WorkflowPage(author);
  await author.goto(`/workflows/${workflowId}?node=read`);
  await author.getByText("Read the log.").click({ clickCount: 3 });
  await author.getByRole("button", { name: "Comment on these words" }).click();
  await author.keyboard.type("Which log, @Ren");
  const offered = author.getByRole("option", { name: "Rena Reviewer" });
  await expect(offered).toBeVisible();
  const [name, field] = [await offered.boundingBox(), await author.locator("textarea:focus").boundingBox()];
  expect(Math.abs((name?.x ?? 0) - (field?.x ?? 0)) + Math.abs((name?.y ?? 0) - (field?.y ?? 0))).toBeLessThan(160);
  await author.keyboard.press("Tab");
  await author.reload();
  await expect(author.getByRole("textbox", { name: /^Comment on “Read the log/ })).toHaveValue("Which log, @Rena Reviewer ");

  await reviewer.goto("/");
  await expect(reviewer.getByText("Live", { exact: true })).toBeAttached();
  await author.getByRole("textbox", { name: /^Comment on “Read the log/ }).press("Control+Enter");
  await expect(plan.cards.getByRole("img", { name: "1 open comment" })).toBeVisible();
  await reviewer.getByRole("link", { name: /^Answer: “Read the log/ }).click();
  await expect(reviewer.getByRole("tab", { name: "Comments 1" })).toBeVisible();
  const thread = reviewer.getByRole("article", { name: /^Comments on “Read the log/ });
  await thread.getByRole("textbox").fill("That of the worker.");
  await thread.getByRole("textbox").press("Control+Enter");
  await expect(author.getByText("That of the worker.")).toBeVisible();
  await author.getByRole("button", { name: "Edit or delete your comment" }).click();
  await author.getByRole("menuitem", { name: "Edit" }).click();
  await author.getByRole("textbox", { name: "Your comment" }).fill("Which log?");
  await author.getByRole("textbox", { name: "Your comment" }).press("Control+Enter");
  await expect(thread.getByText(/^edited/)).toBeVisible();
  await author.getByRole("button", { name: "Edit or delete your comment" }).click();
  await author.getByRole("menuitem", { name: "Delete" }).click();
  await author.getByRole("button", { name: "Delete it" }).click();
  await expect(thread.getByText("A comment was deleted here by Otto Author.")).toBeVisible();
  await expectSound(reviewer, "comments on a phone");
  await expectLarge(reviewer, "comments on a phone");
  await expectSound(author, "comments beside the graph");

  await author.getByRole("tab", { name: "Edit" }).click();
  await author.getByLabel("Instructions").fill("Quote the worker's words.");
  await author.getByLabel("Instructions").blur();
  await author.getByRole("button", { name: "Save", exact: true }).click();
  await expect(plan.revision(2)).toBeVisible();
  await reviewer.getByRole("button", { name: "Open revision 2" }).click();
  await expect(thread.getByText("outdated", { exact: true })).toBeVisible();
  await thread.getByRole("button", { name: "Resolve" }).click();
  await expect(thread.getByText("Resolved by Rena Reviewer")).toBeVisible();
  await expect(author.getByRole("tab", { name: "Comments", exact: true })).toBeVisible();
});
