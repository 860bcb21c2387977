/**
 * Who may import whom. `npm run check` cruises every source file with these rules; `tests/gates/arrow-plants.ts`
 * holds one planted violation for each of them, and a rule without one fails the tests.
 */

// Tests lie beside the source they test and may reach for anything; nothing may reach for them.
const test = String.raw`\.(test|spec)\.tsx?$`;
const testRooms = "^(tests|bench)/";
const npm = "(^|/)node_modules/";

// An import of types vanishes before anything runs; the linter refuses the spelling that only looks like one.
/** @type {import("dependency-cruiser").DependencyType[]} */
const typeOnly = ["type-only", "type-import"];

/** @param {string[]} names */
const packages = (...names) => names.map((name) => `${npm}${name}(/|$)`);

/** @param {string} path */
const only = (path) => ({ pathNot: [path, test, testRooms] });

/** @type {import("dependency-cruiser").DependencyType[]} */
const notLocal = ["core", "npm", "npm-dev", "npm-no-pkg", "unknown", "undetermined"];

/**
 * A local module outside the listed ones. Rules about packages, tests and `app` are separate, so that one wrong
 * import trips one rule.
 * @param {string[]} allowed
 */
const localOutside = (...allowed) => ({
  pathNot: [npm, test, testRooms, "^app/", ...allowed],
  dependencyTypesNot: notLocal,
});

/** @type {import("dependency-cruiser").IForbiddenRuleType[]} */
const forbidden = [
  {
    name: "no-cycles",
    comment: "A cycle has no first file to read. Type-only imports vanish at run time and may close one.",
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: typeOnly } },
  },
  {
    name: "everything-resolves",
    comment: "An import that leads nowhere would slip past every other rule.",
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: "packages-are-declared",
    comment: "A package that package.json doesn't name is there by accident.",
    from: {},
    to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
  },
  {
    name: "runtime-needs-no-dev-package",
    comment: "What runs in production is a dependency, not a devDependency.",
    from: { path: "^(app|components|core|server|cli)/", pathNot: test },
    to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: typeOnly },
  },
  {
    name: "nothing-imports-tests",
    comment: "Tests and benches are read by people and runners, never by the product.",
    from: { pathNot: [test, testRooms] },
    to: { path: [test, testRooms] },
  },
  {
    name: "nothing-imports-app",
    comment: "app/ is routing only: the top of the house.",
    from: only("^app/"),
    to: { path: "^app/" },
  },
  {
    name: "core-is-pure",
    comment: "core imports core and pure libraries: it runs in the server and in the browser, told the time and ids.",
    from: { path: "^core/", pathNot: test },
    to: {
      pathNot: ["^core/", "^app/", test, testRooms, ...packages("zod", "canonicalize", "@noble/hashes", "@bufbuild/cel")],
    },
  },
  {
    name: "app-enters-by-server-api",
    comment: "app takes screens from components, answers from server/api, values from core.",
    from: { path: "^app/", pathNot: test },
    to: localOutside("^components/", "^server/api/", "^core/", "^public/"),
  },
  {
    name: "components-know-core",
    comment: "components know core and, as types, server/api; nothing else of the house.",
    from: { path: "^components/", pathNot: test },
    to: localOutside("^components/", "^server/api/", "^core/", "^public/"),
  },
  {
    name: "components-take-types-from-api",
    comment: "A value import would pull the server into the browser's bundle.",
    from: { path: "^components/", pathNot: test },
    to: { path: "^server/api/", dependencyTypesNot: typeOnly },
  },
  {
    name: "components-run-in-the-browser",
    comment: "There is no node: module in a browser.",
    from: { path: "^components/", pathNot: test },
    to: { dependencyTypes: ["core"] },
  },
  {
    name: "api-goes-through-services",
    comment: "server/api parses, authorises and calls an action through services; it knows no other room.",
    from: { path: "^server/api/", pathNot: test },
    to: localOutside("^server/api/", String.raw`^server/services\.ts$`, "^core/", "^components/"),
  },
  {
    name: "actions-know-core",
    comment: "An action takes its ports as arguments and its rules from core.",
    from: { path: "^server/actions/", pathNot: test },
    to: localOutside("^server/actions/", "^core/", "^components/"),
  },
  {
    name: "rooms-do-not-meet",
    comment: "Rooms beside each other under server/ meet in services.ts: the one that needs something declares a port.",
    from: { path: "^server/([^/]+)/", pathNot: ["^server/(api|actions)/", test] },
    to: localOutside("^server/$1/", "^core/", "^components/"),
  },
  {
    name: "services-wire-rooms",
    comment: "services.ts joins rooms and actions, queue-work.ts those of a worker; they stand below server/api, the entries and the command line.",
    from: { path: String.raw`^server/(services|queue-work)\.ts$` },
    to: localOutside("^server/(?!api/)[^/]+/", String.raw`^server/(env|queue-work)\.ts$`, "^core/", "^components/"),
  },
  {
    name: "entries-go-through-services",
    comment: "The web process and the worker start what services hands them.",
    from: { path: String.raw`^server/(web|worker)\.ts$` },
    to: localOutside(String.raw`^server/(services|env|process-life)\.ts$`, "^server/http/", "^core/", "^components/"),
  },
  {
    name: "entry-parts-know-core",
    comment: "The environment and the life of a process come before any room.",
    from: { path: String.raw`^server/(env|process-life)\.ts$` },
    to: localOutside("^core/", "^components/"),
  },
  {
    name: "cli-goes-through-services",
    comment: "Verbs of the command line are thin: actions by way of services, and core. Its command brings Node like npm start.",
    from: { path: "^cli/", pathNot: test },
    to: localOutside("^cli/", String.raw`^server/(services|env)\.ts$`, "^core/", String.raw`^scripts/run\.mjs$`),
  },
  {
    name: "scripts-stand-alone",
    comment: "scripts/ runs before anything is installed, built or migrated.",
    from: { path: "^scripts/" },
    to: localOutside("^scripts/", String.raw`^\.dependency-cruiser\.mjs$`),
  },
  {
    name: "server-renders-nothing",
    comment: "The server answers with data; screens are the browser's.",
    from: { path: "^server/", pathNot: test },
    to: { path: ["^components/", ...packages("react", "react-dom", "@mantine", "@tabler", "@tanstack")] },
  },
  {
    name: "next-only-at-the-door",
    comment: "Next may be swapped without touching a room.",
    from: only(String.raw`^(app|components|server/api)/|^server/web\.ts$|^next\.config\.js$`),
    to: { path: packages("next") },
  },
  {
    name: "server-only-only-in-api",
    comment: "It throws in plain Node, so nothing that a worker or the command line loads may carry it.",
    from: only("^server/api/"),
    to: { path: packages("server-only") },
  },
  {
    name: "react-flow-only-in-canvas",
    comment: "Graphs are ours; React Flow draws them in one room.",
    from: only("^components/canvas/"),
    to: { path: packages("@xyflow", "reactflow") },
  },
  {
    name: "prisma-only-in-db",
    comment: "Rows become domain types in server/db.",
    from: only(String.raw`^server/db/|^prisma\.config\.ts$`),
    to: { path: [...packages("@prisma", "prisma", String.raw`\.prisma`), "^server/db/generated/"] },
  },
  {
    name: "pg-only-where-sql-is-spoken",
    comment: "Raw connections belong to the live channel, the database room and the tools around them.",
    from: only("^(server/(live|db)|scripts)/"),
    to: { path: packages("pg", "@types/pg") },
  },
  {
    name: "better-auth-only-in-auth",
    comment: "Sessions and passwords are one room's business.",
    from: only("^server/auth/"),
    to: { path: packages("better-auth", "@better-auth") },
  },
  {
    name: "dbos-only-in-engine",
    comment: "Durable execution is one room's business.",
    from: only("^server/engine/"),
    to: { path: packages("@dbos-inc") },
  },
  {
    name: "ai-providers-only-in-models",
    comment: "Which provider serves a role is decided in one room.",
    from: only("^server/models/"),
    to: { path: packages("@ai-sdk", "@openrouter", "ollama-ai-provider") },
  },
  {
    name: "ai-calls-only-where-models-speak",
    comment: "Models are called by the planner, by executors and by the model registry.",
    from: only("^server/(models|planner|engine/executors)/"),
    to: { path: packages("ai") },
  },
];

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: forbidden.map((rule) => ({ ...rule, severity: "error" })),
  options: {
    tsPreCompilationDeps: "specify",
    // Prisma writes the generated client; its insides are not ours to arrange.
    doNotFollow: { path: [npm, "^server/db/generated/"] },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
