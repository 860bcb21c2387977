import { defineConfig } from "vitest/config";

const everywhere = ["{app,components,core,server,cli,scripts,bench,tests}/**/*.test.{ts,tsx}"];
const integration = ["**/*.integration.test.ts"];
const start = ["tests/start/**/*.test.ts"];

/** The stages of `npm test` that need no browser; scripts/test.mjs runs them one after the other. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "unit",
          include: everywhere,
          exclude: [...integration, ...start],
          setupFiles: ["tests/setup/property-seed.ts"],
          // Modules of pure rules keep nothing; loading them once for all files halves the time.
          isolate: false,
          // The gates' tests run the real tools, which a busy machine may keep waiting.
          testTimeout: 60_000,
        },
      },
      {
        // `server-only` throws outside a server bundle; under this condition it resolves to its empty half.
        resolve: { conditions: ["react-server"] },
        ssr: { resolve: { conditions: ["react-server", "module", "node"] } },
        test: {
          name: "integration",
          include: integration,
          exclude: [...start, "node_modules/**"],
          globalSetup: ["tests/setup/template-database.ts"],
          setupFiles: ["tests/setup/property-seed.ts"],
          server: { deps: { inline: ["server-only"] } },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: { name: "start", include: start, testTimeout: 120_000, hookTimeout: 120_000 },
      },
    ],
  },
});
