import { chromium } from "@playwright/test";
import type { BriefInput } from "../../core/brief/brief.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import { browserArguments, findBrowser } from "../../scripts/browser.mjs";
import { startApp } from "../../tests/browser/running-app.ts";
import { keptPlan } from "../../tests/setup/kept-plan.ts";
import { openSignedInWindow } from "../harness/signed-in-window.ts";

/** As the page names its own measurements of what a check costs its main thread. */
const measureName = "preflight";

/**
 * Opens a plan in a real browser and edits titles, one after the other, each once the one before is checked.
 * @returns how long each of the page's own parts of a check held its main thread, in milliseconds: handing the plan over, taking the report.
 */
export async function heldWhileEditing(graph: Graph, brief: BriefInput, edits: number): Promise<number[]> {
  const app = await startApp();
  const browser = await chromium.launch({ args: browserArguments, executablePath: (await findBrowser()) ?? undefined });
  try {
    const { window, admin } = await openSignedInWindow(browser, app, { width: 1440, height: 900 });
    const workflowId = await keptPlan(app.databaseUrl, admin, graph, brief);
    const page = await window.newPage();
    const heldMs = () => page.evaluate((name) => performance.getEntriesByName(name).map(({ duration }) => duration), measureName);
    const checked = (known: number) => page.waitForFunction(([name, count]) => performance.getEntriesByName(name).length >= count, [measureName, known + 2] as const);
    const node = graph.nodes.find(({ kind }) => kind === "agent");
    await page.goto(`/workflows/${workflowId}?node=${node?.id ?? ""}`);
    await page.getByRole("tab", { name: "Edit" }).click();
    const title = page.getByLabel("Title", { exact: true });
    await title.waitFor();
    for (let edit = 0; edit < edits; edit += 1) {
      const known = (await heldMs()).length;
      await title.fill(`Edited ${edit}`);
      await title.press("Enter");
      await checked(known);
    }
    return await heldMs();
  } finally {
    await browser.close();
    await app.stop();
  }
}
