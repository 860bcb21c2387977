import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

/** Every page is loaded once in each look and then seen in the other colours too. */
const looks = {
  desk: { viewport: { width: 1440, height: 900 }, colorScheme: "light" },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: "dark", hasTouch: true },
} as const;

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

/** Axe finds nothing, in the other colours neither, and nothing sticks out sideways. */
async function expectSound(page: Page, where: string): Promise<void> {
  const whole = await violations(new AxeBuilder({ page }));
  const scheme = await shownScheme(page);
  const other = scheme === "light" ? "dark" : "light";
  await showScheme(page, other);
  const inOtherColours = await violations(new AxeBuilder({ page }).withRules(["color-contrast", "link-in-text-block"]));
  await showScheme(page, scheme);
  expect({ where, [scheme]: whole, [other]: inOtherColours }).toEqual({ where, [scheme]: [], [other]: [] });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
}

async function violations(axe: AxeBuilder): Promise<string[]> {
  // The other mode, for pages with frames from elsewhere, opens a page of its own each time.
  const { violations: found } = await axe.setLegacyMode().analyze();
  return found.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

const shownScheme = (page: Page) => page.evaluate(() => (document.documentElement.dataset.mantineColorScheme === "dark" ? "dark" : "light"));

/** What the system asks for; colours on their way to others would be judged as they are at that moment. */
async function showScheme(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await expect.poll(() => shownScheme(page)).toBe(colorScheme);
  await page.evaluate(() => Promise.allSettled(document.getAnimations().filter((each) => each instanceof CSSTransition).map(({ finished }) => finished)));
}

/** Every control is large enough for a thumb. */
async function expectLarge(page: Page, where: string): Promise<void> {
  const small = await page.locator("button:visible, select:visible, input:visible, nav a:visible").evaluateAll((controls) =>
    controls
      .filter((control) => control.closest("[data-state]") === null && control.closest("label, [role=alert]") === null)
      .map((control) => ({ control, box: control.getBoundingClientRect() }))
      .filter(({ box }) => box.height > 0 && box.height < 40)
      // The words beside a checkbox tick it too.
      .filter(({ control }) => ![...((control as HTMLInputElement).labels ?? [])].some((label) => label.getBoundingClientRect().height >= 40))
      .map(({ control, box }) => `${control.outerHTML.slice(0, 120)} is ${box.height} px high`),
  );
  expect({ where, small }).toEqual({ where, small: [] });
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
