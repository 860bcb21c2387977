import { type BrowserContext, type BrowserContextOptions, test as base } from "@playwright/test";
import type { Role } from "../../core/access/role.ts";
import { createResidents, moveIn, type Resident } from "./resident.ts";
import { type RunningApp, startApp } from "./running-app.ts";

interface WorkerFixtures {
  /** The installation that the tests of this worker share. Tests that break things or need it empty start their own. */
  app: RunningApp;
  /** The member of a role in the shared installation, with a typed client of the procedures. */
  resident: (role: Role) => Promise<Resident>;
  /** Somebody who moves into the shared installation for a test that changes their name, role or password: other tests look for the residents as they came. */
  newcomer: (role: Role, name: string) => Promise<Resident>;
}

interface TestFixtures {
  /** A browser window in which the shared installation's member of a role is signed in. */
  signInAs: (role: Role, options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** Starts an installation for this test alone. */
  startOwnApp: () => Promise<RunningApp>;
  /** A browser window on an installation, signed in when a resident is given. */
  openWindow: (app: RunningApp, resident?: Resident, options?: BrowserContextOptions) => Promise<BrowserContext>;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  app: [
    async ({}, use) => {
      const app = await startApp();
      await use(app);
      await app.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],

  resident: [async ({ app }, use) => use(createResidents(app.url, app.firstAdminLink)), { scope: "worker" }],

  newcomer: [
    async ({ app, resident }, use) => {
      await use(async (role, name) => {
        const { path } = await (await resident("admin")).api.links.invite.mutate({ role });
        return moveIn(app.url, path, name);
      });
    },
    { scope: "worker" },
  ],

  baseURL: async ({ app }, use) => use(app.url),

  openWindow: async ({ browser, viewport }, use) => {
    const windows: BrowserContext[] = [];
    await use(async (app, resident, options = {}) => {
      const window = await browser.newContext({ baseURL: app.url, viewport, ...options });
      windows.push(window);
      const cookies = resident?.cookies ?? [];
      await window.addCookies(cookies.map((cookie) => ({ ...cookie, url: app.url, httpOnly: true, sameSite: "Lax" as const })));
      return window;
    });
    await Promise.all(windows.map((window) => window.close()));
  },

  signInAs: async ({ app, resident, openWindow }, use) => {
    await use(async (role, options) => openWindow(app, await resident(role), options));
  },

  startOwnApp: async ({}, use) => {
    const apps: RunningApp[] = [];
    await use(async () => {
      const app = await startApp();
      apps.push(app);
      return app;
    });
    await Promise.all(apps.map((app) => app.stop()));
  },
});

export { expect } from "@playwright/test";
