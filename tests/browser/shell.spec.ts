import { keptPlan } from "../setup/kept-plan.ts";
import { expect, test } from "./fixtures.ts";
import { startStreamProxy } from "./stream-proxy.ts";

test("the chosen theme stays after a reload and in other tabs", async ({ signInAs }) => {
  const window = await signInAs("viewer", { colorScheme: "light" });
  const page = await window.newPage();
  await page.goto("/");
  const scheme = (tab: typeof page) => tab.locator("html").getAttribute("data-mantine-color-scheme");
  expect(await scheme(page)).toBe("light");
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await expect.poll(() => scheme(page)).toBe("dark");
  await page.reload();
  expect(await scheme(page)).toBe("dark");
  const other = await window.newPage();
  await other.goto("/settings/account");
  expect(await scheme(other)).toBe("dark");
});

test("the palette finds pages, commands, people, workflows and documents", async ({ resident, signInAs }) => {
  await resident("reviewer");
  const { api } = await resident("author");
  const made = await api.sources.createCollection.mutate({ name: "Palette notes" });
  if (made.ok) await api.sources.upload.mutate({ collectionId: made.collectionId, path: "winches.md", text: "# Winches\n\nA quorvane winch pulls slowly." });
  await api.workflows.create.mutate({ brief: { question: "Which quorvane pulls best?" } });
  const page = await (await signInAs("admin")).newPage();
  await page.goto("/");
  await page.getByText("Live", { exact: true }).waitFor();
  const search = page.getByRole("dialog").getByPlaceholder("Search or jump to");
  await page.keyboard.press("Control+k");
  await search.fill("rena");
  await expect(page.getByRole("dialog").getByText("Rena Reviewer")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/settings\/members\?q=/);
  await expect(page.getByLabel("Role of Rena Reviewer")).toBeVisible();
  await page.keyboard.press("Control+k");
  await search.fill("quorvanes pulling");
  await expect(page.getByRole("dialog").getByText("Winches", { exact: true })).toBeVisible();
  await search.fill("quorvane pulls best");
  await page.getByRole("dialog").getByText(/Which quorvane/).click();
  await expect(page).toHaveURL(/\/workflows\//);
  await page.keyboard.press("Control+k");
  await search.fill("audit");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/settings\/audit-log$/);
});

test("keys move between pages, and are silent inside fields and behind dialogs", async ({ signInAs }) => {
  const page = await (await signInAs("admin")).newPage();
  await page.goto("/");
  await page.getByText("Live", { exact: true }).waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("s");
  await expect(page).toHaveURL(/\/settings\/members$/);
  await page.getByRole("searchbox", { name: "Search members" }).fill("g");
  await page.keyboard.press("i");
  await expect(page.getByRole("searchbox", { name: "Search members" })).toHaveValue("gi");
  await page.getByRole("searchbox", { name: "Search members" }).fill("");
  await page.getByRole("heading", { name: "Members", exact: true }).click();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard" });
  await expect(help.getByText("Go to Inbox")).toBeVisible();
  await expect(help.getByText("Search members")).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("i");
  await expect(page).toHaveURL(/\/settings\/members$/);
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
  await page.keyboard.press("g");
  await page.keyboard.press("i");
  await expect(page).toHaveURL(/:\d+\/$/);
});

test("a page that breaks leaves the frame standing, and can be tried again", async ({ signInAs }) => {
  const page = await (await signInAs("admin")).newPage();
  await page.goto("/settings/account");
  await page.getByRole("heading", { name: "Account" }).waitFor();
  // An answer in the right envelope with nonsense inside: the table throws while it is drawn.
  await page.route(/members\.list/, (route) =>
    route.fulfill({ json: Array.from({ length: 4 }, () => ({ result: { data: { json: [{ id: "1", name: null, role: null }] } } })) }),
  );
  await page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "Members" }).click();
  await expect(page.getByRole("heading", { name: "This page broke" })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
  await page.unroute(/members\.list/);
  await page.getByRole("link", { name: "Go to the inbox" }).click();
  await expect(page.getByRole("heading", { name: "Needs you" })).toBeVisible();
});

test("a mistyped address is told inside the frame with the status of a missing page", async ({ signInAs }) => {
  const page = await (await signInAs("viewer")).newPage();
  const answer = await page.goto("/no/such/page");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "There is no page here" })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
});

test("while the server can't be reached, what was typed stays and can be sent again", async ({ app, newcomer, openWindow }) => {
  const page = await (await openWindow(app, await newcomer("author", "Nora Newname"))).newPage();
  await page.goto("/settings/account");
  await page.getByText("This one").waitFor();
  await page.route("**/api/trpc/account.changeName**", (route) => route.abort());
  const name = page.getByRole("textbox", { name: "Name" });
  await name.fill("Nora N. Newname");
  await page.getByRole("button", { name: "Save name" }).click();
  const toast = page.getByRole("alert").filter({ hasText: "The server can’t be reached" });
  await expect(toast).toBeVisible();
  await expect(name).toHaveValue("Nora N. Newname");
  await page.unroute("**/api/trpc/account.changeName**");
  await toast.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("Your name is changed.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Account of Nora N. Newname" })).toBeVisible();
});

test("the skip link is first and leads past the navigation", async ({ signInAs }) => {
  const page = await (await signInAs("viewer")).newPage();
  await page.goto("/");
  await page.getByRole("heading", { name: "Needs you" }).waitFor();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("a click while the server is gone keeps the page and what is typed on it", async ({ app, resident, openWindow }) => {
  const proxy = await startStreamProxy(app.url);
  const page = await (await openWindow({ ...app, url: proxy.url }, await resident("admin"))).newPage();
  await page.goto("/settings/account");
  await page.getByText("Live", { exact: true }).waitFor();
  const name = page.getByRole("textbox", { name: "Name" });
  await name.fill("A name that is not sent yet");
  await proxy.close();
  await expect(page.getByText("Reconnecting", { exact: true })).toBeVisible({ timeout: 20_000 });
  await page.getByRole("link", { name: "Inbox", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "The server can’t be reached" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Account" })).toBeVisible();
  await expect(name).toHaveValue("A name that is not sent yet");
});

test("a page of a plan asks for it once, before its scripts do", async ({ app, resident, signInAs }) => {
  const workflowId = await keptPlan(app.databaseUrl, await resident("admin"));
  const page = await (await signInAs("author")).newPage();
  await page.goto(`/workflows/${workflowId}`);
  await expect(page.locator(".react-flow__node").first()).toBeVisible();
  const asked = await page.evaluate(() => performance.getEntriesByType("resource").flatMap((entry) => (entry.name.includes("workflows.get") ? [(entry as PerformanceResourceTiming).initiatorType] : [])));
  expect(asked).toEqual(["link"]);
});
