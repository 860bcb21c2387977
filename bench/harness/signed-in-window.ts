import type { Browser, BrowserContext, ViewportSize } from "@playwright/test";
import { comeBack, createResidents, type Resident } from "../../tests/browser/resident.ts";
import type { RunningApp } from "../../tests/browser/running-app.ts";

/** A browser window in which the first admin of an installation is signed in; one who is `known` from an earlier start comes back. */
export async function openSignedInWindow(browser: Browser, app: RunningApp, viewport: ViewportSize, known?: Resident): Promise<{ window: BrowserContext; admin: Resident }> {
  const window = await browser.newContext({ baseURL: app.url, viewport });
  const admin = await (known === undefined ? createResidents(app.url, app.firstAdminLink)("admin") : comeBack(app.url, known));
  await window.addCookies(admin.cookies.map((cookie) => ({ ...cookie, url: app.url, httpOnly: true, sameSite: "Lax" as const })));
  return { window, admin };
}
