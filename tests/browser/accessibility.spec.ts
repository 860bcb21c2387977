import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { expectLarge, expectSound, looks, shownScheme } from "./sound-page.ts";

const pages: Record<string, (page: Page) => Promise<void>> = {
  "/": (page) => page.getByRole("heading", { name: "Needs you" }).waitFor(),
  "/briefs/new": async (page) => {
    await page.getByText("Models by role").waitFor();
    await page.getByRole("button", { name: "Requirement", exact: true }).click();
    await page.getByLabel("R1 must cover").waitFor();
  },
  "/runs": (page) => page.getByRole("button", { name: "Older" }).waitFor(),
  "/settings/members": (page) => page.getByRole("table").first().waitFor(),
  "/settings/members?q=nobody": (page) => page.getByText("Nobody matches").waitFor(),
  "/settings/account": (page) => page.getByText("This one").waitFor(),
  "/settings/models": (page) => page.getByRole("table").waitFor(),
  "/settings/policy": (page) => page.getByLabel("Approvals a plan needs").waitFor(),
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

for (const [name, look] of Object.entries(looks)) {
  test(`every page is accessible, ${name}`, async ({ app, signInAs, openWindow }) => {
    // As many pages as the product has, one after the other.
    test.slow();
    const complaints: string[] = [];
    const visit = async (page: Page, places: typeof pages) => {
      listenForComplaints(page, complaints);
      for (const [path, isThere] of Object.entries(places)) {
        await page.goto(path);
        await isThere(page);
        expect(await shownScheme(page)).toBe(look.colorScheme);
        await expectSound(page, path);
        if (name === "phone") await expectLarge(page, path);
      }
    };
    await visit(await (await signInAs("admin", look)).newPage(), pages);
    await visit(await (await openWindow(app, undefined, look)).newPage(), doors);
    expect(complaints).toEqual([]);
  });
}

test("menus and dialogs are accessible", async ({ signInAs }) => {
  // Each is examined twice, in both colours.
  test.slow();
  const page = await (await signInAs("admin", looks.desk)).newPage();
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

test("the menu of a phone leads to every page", async ({ signInAs }) => {
  const page = await (await signInAs("admin", looks.phone)).newPage();
  await page.goto("/");
  await page.getByRole("button", { name: "Menu" }).tap();
  await page.getByRole("dialog").getByRole("link", { name: "Settings" }).tap();
  await expect(page).toHaveURL(/\/settings\/members$/);
  await expect(page.getByRole("dialog")).toHaveCount(0);
});
