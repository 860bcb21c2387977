import type { Locator, Page } from "@playwright/test";
import { digestGraph } from "../../core/workflow/digest-graph.ts";
import { graphSchema, type GraphInput } from "../../core/workflow/graph.ts";
import { keptPlan } from "../setup/kept-plan.ts";
import { expect, test } from "./fixtures.ts";
import { WorkflowPage } from "./pages/workflow-page.ts";

test.describe.configure({ timeout: 120_000 });

const plan: GraphInput = {
  title: "Find the reason",
  phases: [
    { id: "read", title: "Read" },
    { id: "write", title: "Write" },
  ],
  nodes: [
    { kind: "agent", id: "log", title: "Read the log", phase: "read", covers: ["r1"], maxTurns: 8 },
    { kind: "agent", id: "code", title: "Read the code", phase: "read", maxTurns: 8 },
    { kind: "verify", id: "check", title: "Check both", phase: "write" },
    { kind: "synthesize", id: "report", title: "Write it down", phase: "write" },
  ],
  edges: [
    { id: "log-check", from: "log", to: "check" },
    { id: "code-check", from: "code", to: "check" },
    { id: "check-report", from: "check", to: "report" },
  ],
  reportNode: "report",
};

test("every kind of edit, made as people make it, is undone to the identical digest and done again to the other", async ({ app, resident, signInAs }) => {
  const workflowId = await keptPlan(app.databaseUrl, await resident("admin"), plan);
  const page = await (await signInAs("author")).newPage();
  await page.goto(`/workflows/${workflowId}`);
  await page.getByRole("tab", { name: "Definition" }).first().click();
  const definition = page.locator("pre").first();
  const digest = async () => digestGraph(graphSchema.parse(JSON.parse((await definition.textContent()) ?? "")));
  const places = () => new WorkflowPage(page).places();
  const before = { digest: await digest(), places: await places() };

  for (const [name, edit] of Object.entries(edits)) {
    await test.step(name, async () => {
      await edit(page);
      await expect.poll(digest).not.toBe(before.digest);
      const changed = await digest();
      await page.keyboard.press("Control+z");
      await expect.poll(digest).toBe(before.digest);
      await page.keyboard.press("Control+y");
      await expect.poll(digest).toBe(changed);
      await page.keyboard.press("Control+z");
      await expect.poll(digest).toBe(before.digest);
      await expect(page.getByText(/changes?, draft/)).toHaveCount(0);
    });
  }

  for (const [name, move] of Object.entries(moves)) {
    await test.step(name, async () => {
      await move(page);
      await expect.poll(places).not.toEqual(before.places);
      await page.keyboard.press("Control+z");
      await expect.poll(places).toEqual(before.places);
      expect(await digest()).toBe(before.digest);
    });
  }
});

const card = (page: Page, id: string): Locator => page.locator(`.react-flow__node[data-id="${id}"]`);

async function openForm(page: Page, id: string): Promise<void> {
  await card(page, id).click();
  await page.getByRole("region", { name: /^Inspector/ }).getByRole("tab", { name: "Edit" }).click();
}

async function openConnection(page: Page): Promise<Locator> {
  // Another one first: a connection that was looked at before is closed again.
  await card(page, "report").click();
  await openForm(page, "check");
  const connections = page.getByRole("region", { name: "Connections" });
  await connections.getByText("Read the log").first().click();
  return connections;
}

/** From the place where a node hands on to somewhere else. */
async function drawLine(page: Page, id: string, to: { x: number; y: number }): Promise<void> {
  await card(page, id).locator(".react-flow__handle.source").hover();
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
}

async function middleOf(element: Locator): Promise<{ x: number; y: number }> {
  const box = await element.boundingBox();
  if (box === null) throw new Error("It isn't on screen.");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function pickBoth(page: Page): Promise<void> {
  await card(page, "log").click();
  await card(page, "code").click({ modifiers: ["Control"] });
}

/** One way of making each kind of change, from a plan in which nothing is. */
const edits: Record<string, (page: Page) => Promise<void>> = {
  "a field of a node": async (page) => {
    await openForm(page, "log");
    await page.getByLabel("Title", { exact: true }).fill("Read the log of the night");
    await page.getByLabel("Title", { exact: true }).press("Enter");
  },
  "a field of a connection": async (page) => {
    const connections = await openConnection(page);
    await connections.getByLabel("Received as", { exact: true }).fill("entries");
    await connections.getByLabel("Received as", { exact: true }).press("Enter");
  },
  "a connection taken out": async (page) => (await openConnection(page)).getByRole("button", { name: "Take this connection out" }).click(),
  "a node put on a connection": async (page) => {
    await (await openConnection(page)).getByRole("button", { name: "Put a node in between" }).click();
    await page.getByRole("menuitem", { name: /^Checkpoint/ }).click();
  },
  "a line from node to node": async (page) => drawLine(page, "code", await middleOf(card(page, "report").locator(".react-flow__handle.target"))),
  "a line to where nothing is": async (page) => {
    const { x, y } = await middleOf(card(page, "code"));
    await drawLine(page, "code", { x: x + 20, y: y + 190 });
    await page.getByRole("menuitem", { name: /^Agent/ }).click();
  },
  "a node from the palette": async (page) => {
    await page.getByRole("button", { name: "Node", exact: true }).click();
    await page.getByRole("menuitem", { name: /^Join/ }).click();
  },
  "several nodes duplicated": async (page) => {
    await pickBoth(page);
    await page.getByRole("button", { name: "Duplicate" }).click();
  },
  "several nodes copied and pasted": async (page) => {
    await pickBoth(page);
    await page.keyboard.press("Control+c");
    await page.keyboard.press("Control+v");
  },
  "several nodes wrapped in a map": async (page) => {
    await pickBoth(page);
    await page.getByRole("button", { name: "Wrap in a map" }).click();
  },
  "several nodes deleted by key": async (page) => {
    await pickBoth(page);
    await page.keyboard.press("Delete");
  },
  "a node deleted, and reconnected what it joined": async (page) => {
    await openForm(page, "check");
    await page.getByRole("button", { name: "Delete, reconnect" }).click();
  },
  "a word about the plan": async (page) => {
    await page.keyboard.press("Escape");
    await page.getByRole("tab", { name: "Edit" }).click();
    await page.getByLabel("Title", { exact: true }).first().fill("Find another reason");
    await page.getByLabel("Title", { exact: true }).first().press("Enter");
  },
};

/** What changes places only, which no digest knows. */
const moves: Record<string, (page: Page) => Promise<void>> = {
  "a card dragged": async (page) => {
    const { x, y } = await middleOf(card(page, "code"));
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 10, y + 130, { steps: 6 });
    await page.mouse.up();
  },
  "several cards dragged together": async (page) => {
    const [log, code] = [await middleOf(card(page, "log")), await middleOf(card(page, "code"))];
    await page.keyboard.down("Shift");
    await page.mouse.move(log.x + 95, log.y - 50);
    await page.mouse.down();
    await page.mouse.move(code.x - 60, code.y + 20, { steps: 6 });
    await page.mouse.up();
    await page.keyboard.up("Shift");
    await expect(page.getByRole("heading", { name: "2 nodes selected" })).toBeVisible();
    await page.mouse.move(log.x, log.y);
    await page.mouse.down();
    await page.mouse.move(log.x + 10, log.y + 260, { steps: 6 });
    await page.mouse.up();
  },
  "all laid out anew": (page) => page.getByRole("button", { name: /^Tidy/ }).click(),
};
