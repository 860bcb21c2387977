import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { moveIn } from "./resident.ts";

const widths = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

const pages: Record<string, (page: Page) => Promise<void>> = {
  "/": (page) => page.getByText("Nothing waits for you").waitFor(),
  "/briefs/new": (page) => page.getByText("Models by role").waitFor(),
  "/settings/members": (page) => page.getByRole("table").first().waitFor(),
  "/settings/members?q=nobody": (page) => page.getByText("Nobody matches").waitFor(),
  "/settings/account": (page) => page.getByText("This one").waitFor(),
  "/settings/models": (page) => page.getByRole("table").waitFor(),
  "/settings/audit-log": (page) => page.getByRole("table").waitFor(),
  "/sources": (page) => page.getByRole("button", { name: /\d+ documents/ }).first().waitFor(),
  "/sources?q=caching": async (page) => {
    await page.locator("ol a").first().click();
    await page.getByRole("article").locator("mark").first().waitFor();
  },
  "/no/such/page": (page) => page.getByRole("heading", { name: "There is no page here" }).waitFor(),
};

const doors: Record<string, (page: Page) => Promise<void>> = {
  "/sign-in": (page) => page.getByLabel("E-mail").waitFor(),
  [`/links/${"x".repeat(43)}`]: (page) => page.getByRole("heading", { name: "This link doesn’t work" }).waitFor(),
};

/** Collects what the browser complains about: broken scripts, hydration, the content security policy. */
function listenForComplaints(page: Page, complaints: string[]): void {
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    // The missing page is asked for on purpose.
    if (message.type() === "error" && !message.text().includes("status of 404")) complaints.push(message.text());
  });
}

/** Axe finds nothing and nothing sticks out sideways. */
async function expectSound(page: Page, path: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${path}: ${id} at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
}

for (const colorScheme of ["light", "dark"] as const) {
  for (const [width, viewport] of Object.entries(widths)) {
    test(`every page is accessible, ${colorScheme}, ${width}`, async ({ app, signInAs, openWindow }) => {
      // As many pages as the product has, one after the other.
      test.slow();
      const page = await (await signInAs("admin", { colorScheme, viewport })).newPage();
      const complaints: string[] = [];
      listenForComplaints(page, complaints);
      for (const [path, isThere] of Object.entries(pages)) {
        await page.goto(path);
        await isThere(page);
        await expectSound(page, path);
      }
      const stranger = await (await openWindow(app, undefined, { colorScheme, viewport })).newPage();
      listenForComplaints(stranger, complaints);
      for (const [path, isThere] of Object.entries(doors)) {
        await stranger.goto(path);
        await isThere(stranger);
        await expectSound(stranger, path);
      }
      expect(complaints).toEqual([]);
    });
  }

  test(`menus and dialogs are accessible, ${colorScheme}`, async ({ signInAs }) => {
    const page = await (await signInAs("admin", { colorScheme })).newPage();
    await page.goto("/settings/members");
    await page.getByRole("table").first().waitFor();
    await page.getByRole("button", { name: /^Actions for/ }).first().click();
    await page.getByRole("menu").waitFor();
    await expectSound(page, "member menu");
    await page.keyboard.press("Escape");
    await page.getByRole("menu").waitFor({ state: "hidden" });
    await page.getByRole("button", { name: /^Account of/ }).click();
    await page.getByRole("menu").waitFor();
    await expectSound(page, "account menu");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").waitFor();
    await expectSound(page, "palette");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keyboard" }).waitFor();
    await expectSound(page, "keyboard help");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Invite", exact: true }).click();
    await page.getByRole("dialog", { name: "Invite someone" }).waitFor();
    await expectSound(page, "invite");
    await page.getByRole("button", { name: "Make a link" }).click();
    await page.getByRole("textbox", { name: "Link" }).waitFor();
    await expectSound(page, "invitation link");
  });
}

test("on a phone every control is large enough for a thumb", async ({ signInAs }) => {
  const page = await (await signInAs("admin", { viewport: widths.phone, hasTouch: true })).newPage();
  for (const [path, isThere] of Object.entries(pages)) {
    await page.goto(path);
    await isThere(page);
    const small = await page.locator("button:visible, select:visible, input:visible, nav a:visible").evaluateAll((controls) =>
      controls
        .filter((control) => control.closest("[data-state]") === null && control.closest("label, [role=alert]") === null)
        .map((control) => ({ control, box: control.getBoundingClientRect() }))
        .filter(({ box }) => box.height > 0 && box.height < 40)
        // The words beside a checkbox tick it too.
        .filter(({ control }) => ![...((control as HTMLInputElement).labels ?? [])].some((label) => label.getBoundingClientRect().height >= 40))
        .map(({ control, box }) => `${control.outerHTML.slice(0, 120)} is ${box.height} px high`),
    );
    expect(small, path).toEqual([]);
  }
});

test("the letters on the account's button are part of its name, whatever its holder is called", async ({ app, resident, openWindow }) => {
  const { path } = await (await resident("admin")).api.links.invite.mutate({ role: "viewer" });
  const guest = await moveIn(app.url, path, "Gita Guest");
  const page = await (await openWindow(app, guest)).newPage();
  for (const name of ["Ada without Workers", "Mara ((night) )shift", "👩‍🚀 Ren", "山田 花子", "é́dith Ng"]) {
    await guest.api.account.changeName.mutate({ name });
    await page.goto("/");
    await page.getByRole("button", { name: "Account of" }).waitFor();
    const { violations } = await new AxeBuilder({ page }).include("header").withRules("label-content-name-mismatch").analyze();
    expect({ name, found: violations.flatMap(({ nodes }) => nodes.map(({ html }) => html)) }).toEqual({ name, found: [] });
  }
});

test("the menu of a phone leads to every page", async ({ signInAs }) => {
  const page = await (await signInAs("admin", { viewport: widths.phone, hasTouch: true })).newPage();
  await page.goto("/");
  await page.getByRole("button", { name: "Menu" }).tap();
  await page.getByRole("dialog").getByRole("link", { name: "Settings" }).tap();
  await expect(page).toHaveURL(/\/settings\/members$/);
  await expect(page.getByRole("dialog")).toHaveCount(0);
});
