import { briefSchema } from "../../core/brief/brief.ts";
import { diffGraphs } from "../../core/workflow/diff-graphs.ts";
import { emptyGraph, graphSchema } from "../../core/workflow/graph.ts";
import { soundGraph } from "../setup/sound-graph.ts";
import { writtenPlan } from "../setup/written-plan.ts";
import { expect, test } from "./fixtures.ts";
import { WorkflowPage } from "./pages/workflow-page.ts";
import { expectSound, looks } from "./sound-page.ts";

test.describe.configure({ timeout: 120_000 });

test("a model’s revision is accepted in part: it is drawn, taken change by change, undone, saved, and its comment resolved, for others to see", async ({ app, resident, signInAs }) => {
  const { api } = await resident("admin");
  const brief = briefSchema.parse({ question: "What survives a crash?", requirements: [{ id: "r1", text: "What survives" }], scope: { tools: ["search_sources", "read_source"], collections: [] } });
  const { workflowId, planId } = await writtenPlan(app.databaseUrl, { brief, plan: diffGraphs(emptyGraph, graphSchema.parse(soundGraph({ covers: ["r1"], tools: ["read_source"] }))) });
  // The worker may have found before that nobody writes it.
  await api.workflows.cancelPlan.mutate({ planId });
  await api.workflows.keepPlan.mutate({ planId });
  const remarks = ["Rename to “Read with care”.", "Add a checkpoint after this", "This is a little dull."];
  for (const [index, text] of remarks.entries()) {
    await api.annotations.add.mutate({ workflowId, annotationId: `0198c0de-0000-7000-8000-00000000010${index}`, revision: 1, target: { type: "node", id: "read" }, text });
  }

  const author = await (await signInAs("author")).newPage();
  const plan = new WorkflowPage(author);
  await author.goto(`/workflows/${workflowId}`);
  await author.getByRole("button", { name: "Revise with the model" }).click();
  const panel = author.getByRole("region", { name: "Revise with the model" });
  await expect(panel.getByText("3 open comments")).toBeVisible();
  await panel.getByRole("button", { name: "Ask for changes" }).click();
  const changes = panel.getByRole("list", { name: "Proposed changes" });
  const first = changes.getByRole("listitem", { name: "Change 1", exact: true });
  const second = changes.getByRole("listitem", { name: "Change 2", exact: true });
  await expect(first.getByRole("button", { name: "Accept" })).toBeEnabled();
  await expect(panel.getByRole("region", { name: "Not turned into changes" }).getByText(/“This is a little dull\.”/)).toBeVisible();
  await expect(plan.cards.filter({ hasText: "Ask after: Read" }).getByText("Added")).toBeVisible();
  await expectSound(author, "a proposal beside the graph");

  await first.getByRole("button", { name: "Accept" }).click();
  await expect(first.getByText("In your plan")).toBeVisible();
  await second.getByRole("button", { name: "Reject" }).click();
  await expect(second.getByText("Rejected")).toBeVisible();
  await expect(plan.cards.filter({ hasText: "Ask after: Read" })).toHaveCount(0);
  await author.getByRole("heading", { level: 1 }).click();
  await author.keyboard.press("Control+z");
  await expect(first.getByText("Open")).toBeVisible();
  await author.keyboard.press("Control+y");
  await first.getByRole("button", { name: "Resolve the comment" }).click();
  await expect(first.getByText("resolved", { exact: true })).toBeVisible();
  await author.getByRole("button", { name: "Save", exact: true }).click();
  await expect(plan.revision(2)).toBeVisible();

  const reviewer = await (await signInAs("reviewer", looks.phone)).newPage();
  await reviewer.goto(`/workflows/${workflowId}?panel=revise`);
  const seen = reviewer.getByRole("list", { name: "Proposed changes" });
  await expect(seen.getByRole("listitem", { name: "Change 1", exact: true }).getByText("In your plan")).toBeVisible();
  await expect(seen.getByRole("listitem", { name: "Change 2", exact: true }).getByText("Rejected")).toBeVisible();
  await expectSound(reviewer, "a proposal on a phone");
});
