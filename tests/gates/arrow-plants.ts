import type { Tree } from "./planted-tree.ts";

/** For one rule of .dependency-cruiser.mjs: a tree that breaks it and nothing else, and trees that come close and may. */
export interface ArrowPlant {
  rule: string;
  breaks: Tree[];
  keeps?: Tree[];
}

const thing = "export const thing = 1;\nexport type Thing = number;\n";
const value = (from: string) => `import { thing } from "${from}";\nexport const own = thing;\n`;
const type = (from: string) => `import type { Thing } from "${from}";\nexport type Own = Thing;\n`;
const typeInPlace = (from: string) => `export type Own = import("${from}").Thing;\n`;
const lazy = (from: string) => `export const own = () => import("${from}");\n`;
const bare = (from: string) => `import "${from}";\n`;

/** The importing file takes a value from another file of the tree. */
const local = (importer: string, from: string, imported: string): Tree => ({ [importer]: value(from), [imported]: thing });

/** Planted violations, one row per arrow of the house. */
export const arrowPlants: ArrowPlant[] = [
  {
    rule: "no-cycles",
    breaks: [
      { "core/graph/edge.ts": value("./node.ts"), "core/graph/node.ts": `${value("./edge.ts")}${thing}` },
      { "core/graph/edge.ts": lazy("./node.ts"), "core/graph/node.ts": value("./edge.ts") },
    ],
    keeps: [{ "core/graph/edge.ts": `${type("./node.ts")}${thing}`, "core/graph/node.ts": `${value("./edge.ts")}${thing}` }],
  },
  {
    rule: "everything-resolves",
    breaks: [{ "server/auth/session.ts": value("./gone.ts") }, { "cli/main.ts": value("not-installed") }],
  },
  {
    rule: "packages-are-declared",
    breaks: [{ "server/auth/session.ts": value("undeclared") }],
  },
  {
    rule: "runtime-needs-no-dev-package",
    breaks: [{ "server/auth/session.ts": value("vitest") }, { "components/shell/frame.tsx": lazy("vitest") }],
    keeps: [
      { "server/auth/session.ts": type("vitest") },
      { "server/auth/session.test.ts": value("vitest") },
      { "scripts/check.mjs": value("vitest") },
    ],
  },
  {
    rule: "nothing-imports-tests",
    breaks: [
      local("server/auth/session.ts", "../../tests/setup/database.ts", "tests/setup/database.ts"),
      local("core/graph/edge.ts", "./node.test.ts", "core/graph/node.test.ts"),
      local("scripts/check.mjs", "../bench/live.ts", "bench/live.ts"),
    ],
    keeps: [local("server/auth/session.test.ts", "../../tests/setup/database.ts", "tests/setup/database.ts")],
  },
  {
    rule: "nothing-imports-app",
    breaks: [
      local("components/shell/frame.tsx", "../../app/page.tsx", "app/page.tsx"),
      local("server/api/trpc.ts", "../../app/route.ts", "app/route.ts"),
      local("core/graph/edge.ts", "../../app/route.ts", "app/route.ts"),
      local("cli/main.ts", "../app/route.ts", "app/route.ts"),
    ],
  },
  {
    rule: "core-is-pure",
    breaks: [
      { "core/graph/edge.ts": value("uuid") },
      { "core/graph/edge.ts": type("superjson") },
      { "core/graph/edge.ts": value("node:fs") },
      local("core/graph/edge.ts", "../../server/auth/session.ts", "server/auth/session.ts"),
      { "core/graph/edge.ts": type("../../components/shell/frame.tsx"), "components/shell/frame.tsx": thing },
    ],
    keeps: [
      { "core/graph/edge.ts": value("zod") },
      { "core/graph/edge.ts": bare("@noble/hashes/sha2.js") },
      { "core/graph/edge.test.ts": bare("node:fs") },
      local("core/graph/edge.ts", "../text/line.ts", "core/text/line.ts"),
    ],
  },
  {
    rule: "app-enters-by-server-api",
    breaks: [
      local("app/page.tsx", "../server/services.ts", "server/services.ts"),
      local("app/page.tsx", "../server/auth/session.ts", "server/auth/session.ts"),
      { "app/page.tsx": type("../server/actions/invite-member.ts"), "server/actions/invite-member.ts": thing },
      local("app/page.tsx", "../scripts/check.mjs", "scripts/check.mjs"),
      local("app/page.tsx", "../cli/main.ts", "cli/main.ts"),
    ],
    keeps: [
      local("app/page.tsx", "../components/shell/frame.tsx", "components/shell/frame.tsx"),
      local("app/page.tsx", "../server/api/page-guard.ts", "server/api/page-guard.ts"),
      local("app/page.tsx", "../core/graph/edge.ts", "core/graph/edge.ts"),
      { "app/layout.tsx": bare("./globals.css"), "app/globals.css": "" },
    ],
  },
  {
    rule: "components-know-core",
    breaks: [
      { "components/shell/frame.tsx": type("../../server/actions/invite-member.ts"), "server/actions/invite-member.ts": thing },
      local("components/shell/frame.tsx", "../../server/env.ts", "server/env.ts"),
      local("components/shell/frame.tsx", "../../cli/main.ts", "cli/main.ts"),
    ],
    keeps: [local("components/shell/frame.tsx", "../../core/graph/edge.ts", "core/graph/edge.ts")],
  },
  {
    rule: "components-take-types-from-api",
    breaks: [
      local("components/shell/frame.tsx", "../../server/api/router.ts", "server/api/router.ts"),
      { "components/shell/frame.tsx": lazy("../../server/api/router.ts"), "server/api/router.ts": thing },
    ],
    keeps: [
      { "components/shell/frame.tsx": type("../../server/api/router.ts"), "server/api/router.ts": thing },
      { "components/shell/frame.tsx": typeInPlace("../../server/api/router.ts"), "server/api/router.ts": thing },
    ],
  },
  {
    rule: "components-run-in-the-browser",
    breaks: [{ "components/shell/frame.tsx": value("node:path") }],
    keeps: [{ "components/shell/frame.test.ts": value("node:path") }],
  },
  {
    rule: "api-goes-through-services",
    breaks: [
      local("server/api/routers/members.ts", "../../actions/invite-member.ts", "server/actions/invite-member.ts"),
      local("server/api/routers/members.ts", "../../db/member-repository.ts", "server/db/member-repository.ts"),
      { "server/api/trpc.ts": type("../auth/session.ts"), "server/auth/session.ts": thing },
      local("server/api/trpc.ts", "../env.ts", "server/env.ts"),
    ],
    keeps: [
      local("server/api/routers/members.ts", "../../services.ts", "server/services.ts"),
      local("server/api/routers/members.ts", "../trpc.ts", "server/api/trpc.ts"),
      local("server/api/routers/members.ts", "../../../core/access/role.ts", "core/access/role.ts"),
      local("server/api/members.integration.test.ts", "../db/member-repository.ts", "server/db/member-repository.ts"),
    ],
  },
  {
    rule: "actions-know-core",
    breaks: [
      local("server/actions/invite-member.ts", "../db/member-repository.ts", "server/db/member-repository.ts"),
      { "server/actions/invite-member.ts": type("../db/member-repository.ts"), "server/db/member-repository.ts": thing },
      local("server/actions/invite-member.ts", "../services.ts", "server/services.ts"),
    ],
    keeps: [local("server/actions/invite-member.ts", "../../core/access/role.ts", "core/access/role.ts")],
  },
  {
    rule: "rooms-do-not-meet",
    breaks: [
      local("server/auth/session.ts", "../db/member-repository.ts", "server/db/member-repository.ts"),
      { "server/live/hub.ts": type("../db/log-repository.ts"), "server/db/log-repository.ts": thing },
      { "server/live/hub.ts": typeInPlace("../db/log-repository.ts"), "server/db/log-repository.ts": thing },
      local("server/db/member-repository.ts", "../actions/invite-member.ts", "server/actions/invite-member.ts"),
      local("server/auth/session.ts", "../env.ts", "server/env.ts"),
      local("server/http/door.ts", "../services.ts", "server/services.ts"),
      local("server/live/hub.ts", "../api/trpc.ts", "server/api/trpc.ts"),
    ],
    keeps: [
      local("server/auth/session.ts", "./cookie.ts", "server/auth/cookie.ts"),
      local("server/engine/executors/agent.ts", "../run-loop.ts", "server/engine/run-loop.ts"),
      local("server/auth/session.integration.test.ts", "../db/member-repository.ts", "server/db/member-repository.ts"),
    ],
  },
  {
    rule: "services-wire-rooms",
    breaks: [
      local("server/services.ts", "./api/router.ts", "server/api/router.ts"),
      local("server/services.ts", "./web.ts", "server/web.ts"),
      local("server/services.ts", "../cli/main.ts", "cli/main.ts"),
      local("server/queue-work.ts", "./services.ts", "server/services.ts"),
      local("server/queue-work.ts", "./api/router.ts", "server/api/router.ts"),
    ],
    keeps: [
      local("server/services.ts", "./db/member-repository.ts", "server/db/member-repository.ts"),
      local("server/services.ts", "./actions/invite-member.ts", "server/actions/invite-member.ts"),
      local("server/services.ts", "./env.ts", "server/env.ts"),
      local("server/services.ts", "./queue-work.ts", "server/queue-work.ts"),
      local("server/queue-work.ts", "./engine/drive-run.ts", "server/engine/drive-run.ts"),
    ],
  },
  {
    rule: "entries-go-through-services",
    breaks: [
      local("server/worker.ts", "./engine/run-loop.ts", "server/engine/run-loop.ts"),
      local("server/worker.ts", "./queue-work.ts", "server/queue-work.ts"),
      local("server/web.ts", "./api/router.ts", "server/api/router.ts"),
      local("server/web.ts", "./worker.ts", "server/worker.ts"),
    ],
    keeps: [
      local("server/worker.ts", "./services.ts", "server/services.ts"),
      local("server/web.ts", "./http/door.ts", "server/http/door.ts"),
      local("server/web.ts", "./env.ts", "server/env.ts"),
      local("server/worker.ts", "./process-life.ts", "server/process-life.ts"),
    ],
  },
  {
    rule: "entry-parts-know-core",
    breaks: [
      local("server/env.ts", "./db/client.ts", "server/db/client.ts"),
      local("server/process-life.ts", "./services.ts", "server/services.ts"),
    ],
    keeps: [local("server/env.ts", "../core/text/line.ts", "core/text/line.ts")],
  },
  {
    rule: "cli-goes-through-services",
    breaks: [
      local("cli/main.ts", "../server/db/migrate.ts", "server/db/migrate.ts"),
      local("cli/main.ts", "../server/api/router.ts", "server/api/router.ts"),
      local("cli/main.ts", "../components/shell/frame.tsx", "components/shell/frame.tsx"),
      local("cli/main.ts", "../scripts/check.mjs", "scripts/check.mjs"),
    ],
    keeps: [
      local("cli/main.ts", "../server/services.ts", "server/services.ts"),
      local("cli/verify-run.ts", "../core/graph/edge.ts", "core/graph/edge.ts"),
      local("cli/countersign.mjs", "../scripts/run.mjs", "scripts/run.mjs"),
    ],
  },
  {
    rule: "scripts-stand-alone",
    breaks: [
      local("scripts/check.mjs", "../server/env.ts", "server/env.ts"),
      local("scripts/check.mjs", "../core/text/line.ts", "core/text/line.ts"),
    ],
    keeps: [local("scripts/check.mjs", "./checkout.mjs", "scripts/checkout.mjs")],
  },
  {
    rule: "server-renders-nothing",
    breaks: [
      local("server/auth/session.ts", "../../components/shell/frame.tsx", "components/shell/frame.tsx"),
      local("server/api/page-guard.ts", "../../components/shell/frame.tsx", "components/shell/frame.tsx"),
      { "server/services.ts": type("../components/shell/frame.tsx"), "components/shell/frame.tsx": thing },
      { "server/auth/session.ts": value("react") },
      { "server/api/trpc.ts": value("@mantine/core") },
    ],
  },
  {
    rule: "next-only-at-the-door",
    breaks: [
      { "server/auth/session.ts": bare("next") },
      { "cli/main.ts": bare("next/headers.js") },
      { "server/services.ts": type("next") },
    ],
    keeps: [
      { "server/web.ts": bare("next") },
      { "server/api/page-guard.ts": bare("next/headers.js") },
      { "app/page.tsx": bare("next") },
      { "components/shell/frame.tsx": bare("next") },
    ],
  },
  {
    rule: "server-only-only-in-api",
    breaks: [
      { "server/auth/session.ts": bare("server-only") },
      { "server/services.ts": bare("server-only") },
      { "server/actions/invite-member.ts": bare("server-only") },
    ],
    keeps: [{ "server/api/trpc.ts": bare("server-only") }],
  },
  {
    rule: "react-flow-only-in-canvas",
    breaks: [{ "components/review/inspector.tsx": type("@xyflow/react") }, { "app/page.tsx": value("@xyflow/react") }],
    keeps: [{ "components/canvas/canvas.tsx": value("@xyflow/react") }],
  },
  {
    rule: "prisma-only-in-db",
    breaks: [
      { "server/services.ts": value("@prisma/client") },
      { "server/auth/session.ts": type("@prisma/client") },
      local("server/services.ts", "./db/generated/client.ts", "server/db/generated/client.ts"),
    ],
    keeps: [
      { "server/db/client.ts": value("@prisma/client") },
      local("server/db/client.ts", "./generated/client.ts", "server/db/generated/client.ts"),
      { "prisma.config.ts": value("prisma") },
    ],
  },
  {
    rule: "pg-only-where-sql-is-spoken",
    breaks: [{ "server/auth/session.ts": value("pg") }, { "server/services.ts": type("pg") }],
    keeps: [{ "server/live/hub.ts": value("pg") }, { "server/db/client.ts": value("pg") }, { "bench/live.ts": value("pg") }],
  },
  {
    rule: "better-auth-only-in-auth",
    breaks: [{ "server/api/trpc.ts": value("better-auth") }, { "components/shell/frame.tsx": type("better-auth") }],
    keeps: [{ "server/auth/session.ts": value("better-auth") }],
  },
  {
    rule: "dbos-only-in-engine",
    breaks: [{ "server/services.ts": value("@dbos-inc/dbos-sdk") }],
    keeps: [{ "server/engine/run-loop.ts": value("@dbos-inc/dbos-sdk") }],
  },
  {
    rule: "ai-providers-only-in-models",
    breaks: [{ "server/planner/stream-plan.ts": value("@ai-sdk/anthropic") }],
    keeps: [{ "server/models/registry.ts": value("@ai-sdk/anthropic") }],
  },
  {
    rule: "ai-calls-only-where-models-speak",
    breaks: [{ "server/engine/run-loop.ts": value("ai") }, { "server/tools/registry.ts": type("ai") }],
    keeps: [
      { "server/planner/stream-plan.ts": value("ai") },
      { "server/engine/executors/agent.ts": value("ai") },
      { "server/models/registry.ts": value("ai") },
    ],
  },
];
