import type { Browser, BrowserContext, ViewportSize } from "@playwright/test";
import { createResidents, type Resident } from "../../tests/browser/resident.ts";
import type { RunningApp } from "../../tests/browser/running-app.ts";

/** A browser window in which the first admin of an installation is signed in. */
export async function openSignedInWindow(browser: Browser, app: RunningApp, viewport: ViewportSize): Promise<{ window: BrowserContext; admin: Resident }> {
  const window = await browser.newContext({ baseURL: app.url, viewport });
  const admin = await createResidents(app.url, app.firstAdminLink)("admin");
  await window.addCookies(admin.cookies.map((cookie) => ({ ...cookie, url: app.url, httpOnly: true, sameSite: "Lax" as const })));
  return { window, admin };
}
