import type { Page } from "@playwright/test";
import axe, { type AxeResults, type RunOptions } from "axe-core";
import { expect } from "./fixtures.ts";

/** Every page is loaded once in each look and then seen in the other colours too. */
export const looks = {
  desk: { viewport: { width: 1440, height: 900 }, colorScheme: "light" },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: "dark", hasTouch: true },
} as const;

/** Axe finds nothing, in the other colours neither, and nothing sticks out sideways. */
export async function expectSound(page: Page, where: string): Promise<void> {
  const whole = await violations(page, {});
  const scheme = await shownScheme(page);
  const other = scheme === "light" ? "dark" : "light";
  await showScheme(page, other);
  const inOtherColours = await violations(page, { runOnly: ["color-contrast", "link-in-text-block"] });
  await showScheme(page, scheme);
  expect({ where, [scheme]: whole, [other]: inOtherColours }).toEqual({ where, [scheme]: [], [other]: [] });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
}

async function violations(page: Page, options: RunOptions): Promise<string[]> {
  // Its own driver also looks into frames from elsewhere, which takes longer than all rules; no page has any.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(
    async (only) => {
      const { axe: ours } = globalThis as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } };
      const { violations: all } = await ours.run({ ...only, resultTypes: ["violations"] });
      return all.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
    },
    options,
  );
}

export const shownScheme = (page: Page) => page.evaluate(() => (document.documentElement.dataset.mantineColorScheme === "dark" ? "dark" : "light"));

/** What the system asks for; colours on their way to others would be judged as they are at that moment. */
async function showScheme(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await expect.poll(() => shownScheme(page)).toBe(colorScheme);
  await page.evaluate(() => Promise.allSettled(document.getAnimations().filter((each) => each instanceof CSSTransition).map(({ finished }) => finished)));
}

/** Every control is large enough for a thumb. */
export async function expectLarge(page: Page, where: string): Promise<void> {
  const small = await page.locator("button:visible, select:visible, input:visible, nav a:visible").evaluateAll((controls) =>
    controls
      .filter((control) => control.closest("[role=alert]") === null)
      .map((control) => ({ control, box: control.getBoundingClientRect() }))
      .filter(({ box }) => box.height > 0 && box.height < 40)
      // The words beside a checkbox tick it too, and so does the place around it.
      .filter(({ control }) => ![...((control as HTMLInputElement).labels ?? [])].some((label) => label.getBoundingClientRect().height >= 40))
      .map(({ control, box }) => `${control.outerHTML.slice(0, 120)} is ${box.height} px high`),
  );
  expect({ where, small }).toEqual({ where, small: [] });
}
