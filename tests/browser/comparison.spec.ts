import { briefSchema } from "../../core/brief/brief.ts";
import { diffGraphs } from "../../core/workflow/diff-graphs.ts";
import { emptyGraph, graphSchema } from "../../core/workflow/graph.ts";
import { opSchema } from "../../core/workflow/op.ts";
import { soundGraph } from "../setup/sound-graph.ts";
import { writtenPlan } from "../setup/written-plan.ts";
import { expect, test } from "./fixtures.ts";
import { expectLarge, expectSound, looks } from "./sound-page.ts";

test.describe.configure({ timeout: 120_000 });

test("nodes are duplicated, pasted and put on a line; two revisions are compared on the graph, in words and as text, and the earlier one is restored", async ({ app, resident, signInAs }) => {
  const { api } = await resident("admin");
  const brief = briefSchema.parse({ question: "What survives a crash?", requirements: [{ id: "r1", text: "What survives" }] });
  const plan = diffGraphs(emptyGraph, graphSchema.parse(soundGraph({ covers: ["r1"], tools: [] })));
  const { workflowId, planId } = await writtenPlan(app.databaseUrl, { brief, plan });
  // The worker may have found before that nobody writes it.
  await api.workflows.cancelPlan.mutate({ planId });
  await api.workflows.keepPlan.mutate({ planId });
  const changes = [
    { op: "node-add", node: { kind: "agent", id: "doubt", title: "Look for the contrary", maxTurns: 4 } },
    { op: "edge-add", edge: { id: "doubt-verify", from: "doubt", to: "verify" } },
    { op: "node-update", id: "read", changes: [{ path: ["maxTurns"], value: 12 }] },
  ].map((op) => opSchema.parse(op));
  await api.workflows.save.mutate({ workflowId, baseRevision: 1, batches: [changes] });

  const page = await (await signInAs("author")).newPage();
  await page.goto(`/workflows/${workflowId}?node=read`);
  const outline = page.getByRole("tree", { name: "Outline of the plan" });
  await expect(outline.getByRole("treeitem", { selected: true })).toBeVisible();
  await page.keyboard.press("d");
  await expect(outline.getByRole("treeitem", { selected: true })).toContainText("Read (copy)");
  await page.keyboard.press("Control+c");
  await expect(page.getByText("Copied “Read (copy)”.")).toBeVisible();
  await page.keyboard.press("Control+v");
  await expect(outline.getByText("Read (copy)")).toHaveCount(2);
  await outline.getByText("Read", { exact: true }).click();
  await page.getByRole("tab", { name: "Edit" }).click();
  await page.getByRole("region", { name: "Connections" }).getByText("Check", { exact: false }).first().click();
  await page.getByRole("button", { name: "Put a node in between" }).click();
  await page.getByRole("menuitem", { name: /^Checkpoint/ }).click();
  await expect(outline.getByRole("treeitem", { selected: true })).toContainText("New checkpoint");
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(outline.getByText("Read (copy)")).toHaveCount(0);

  await page.getByRole("link", { name: "Compare with 1" }).click();
  const entry = (title: string) => page.getByRole("complementary", { name: "Changes" }).getByRole("listitem").filter({ has: page.getByRole("button", { name: title, exact: true }) });
  await expect(entry("Look for the contrary").getByRole("img", { name: "added" })).toBeVisible();
  await expect(entry("Read")).toContainText("8 → 12");
  await expect(page.locator(".react-flow__node [data-difference=added]").filter({ hasText: "Look for the contrary" })).toBeVisible();
  await page.keyboard.press("j");
  await expect(page).toHaveURL(/node=doubt/);
  await expectSound(page, "comparison beside the graph");
  await page.getByText("Text", { exact: true }).click();
  await expect(page.locator("pre").getByText('"maxTurns": 12')).toBeVisible();
  await page.getByRole("button", { name: "Restore revision 1" }).click();
  await expect(page.getByText("Restored revision 1 as revision 3.")).toBeVisible();
  expect((await api.workflows.get.query({ workflowId }))?.revision?.graph.nodes.map(({ id }) => id)).not.toContain("doubt");

  const phone = await (await signInAs("author", looks.phone)).newPage();
  await phone.goto(`/workflows/${workflowId}/compare?from=1&to=2`);
  await expect(phone.getByRole("button", { name: "Look for the contrary", exact: true })).toBeVisible();
  await expectSound(phone, "comparison on a phone");
  await expectLarge(phone, "comparison on a phone");
});
