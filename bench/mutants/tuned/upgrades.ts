import { goodPlan, type GoodPlan } from "../good-plan.ts";
import type { NodeInput } from "../../../core/workflow/node.ts";

/** Package, what to read in its changelog, what to look for where we use it. */
const packages: [string, string, string][] = [
  ["router", "Which route patterns match differently since version 7? Quote the migration note for wildcards.", "Find routes that end in a star and loaders that redirect; say for each whether it would still match."],
  ["orm", "Report changed defaults of transactions, isolation and lazy loading.", "Where do we open a transaction and call a lazy relation inside it? Give file and line."],
  ["date-picker", "What became of the locale bundles, and which weekday is first now?", "List forms with a date field that set no locale of their own."],
  ["pdf-writer", "Note removed fonts, changed units, and the new minimum of memory.", "Invoices and dunning letters draw text by coordinates: collect these calls and the unit that each assumes."],
  ["mailer", "Is opportunistic encryption still the default? Cite the entry that says so.", "Read the three transports we configure and determine which rely on an unencrypted fallback."],
  ["job-queue", "Describe how retries, back-off and stalled workers were altered between the versions.", "Check our handlers for being harmless when they run twice."],
  ["charting", "Summarise what the axis rewrite removed.", "Count dashboards with a logarithmic axis or with custom ticks, by directory."],
  ["http-client", "Look up redirects, proxies, timeouts: old default against new default.", "Search for requests without a timeout, including those in scripts."],
  ["csv-parser", "Did quoting, the byte order mark or empty lines get another meaning?", "Imports from banks and from the warehouse use this parser; state their options and sample headers."],
  ["image-resizer", "Extract supported formats, colour profiles and the licence of the codec.", "Where are uploads resized synchronously in a request? How large may they be?"],
  ["feature-flags", "Which evaluation order applies when two rules match, before and after?", "Name flags that have overlapping rules in our configuration."],
  ["search-index", "Gather breaking changes in analysers and in the format on disk; is a full reindex compulsory?", "Establish how long our last reindex took and which services read during it."],
  ["validator", "Are unknown keys stripped, kept or refused from now on?", "Public endpoints whose clients send extra keys are to be found, with the schema they pass."],
  ["websocket", "Explain the handshake and heartbeat differences that the changelog mentions.", "Follow the reconnect logic of the mobile bridge and of the wallboard."],
  ["logger", "What fields were renamed? Does redaction work by path or by key?", "Alerts and retention depend on field names; enumerate those that would break."],
  ["i18n", "Find out about plural rules, missing keys, and the fallback chain.", "Which translations have placeholders without plural forms? Go through all languages."],
  ["auth-sdk", "Tabulate token lifetimes, clock skew and revoked algorithms.", "Inspect services that verify signatures themselves instead of through the middleware."],
  ["bundler", "State the new browser targets, and what happens to side-effect annotations.", "Our own packages declare side effects: are the declarations true? Cite an import that proves it or disproves it."],
];

const limits = { maxTurns: 8, budget: { maxTokens: 35_000 } };

const pairs = packages.flatMap(([name, change, use]): NodeInput[] => [
  { kind: "agent", id: `${name}-changes`, title: `${name}: what changed`, phase: "read", covers: ["changes"], tools: ["read_source"], context: { sources: [`${name}-changelog`] }, ...limits, instructions: `${change} Improvements count as much as regressions.`, doneWhen: `The ${name} changelog was read between both versions.` },
  { kind: "agent", id: `${name}-usage`, title: `${name}: how we use it`, phase: "read", covers: ["usage"], tools: ["read_repository"], context: { sources: ["monorepo"] }, ...limits, instructions: use, doneWhen: `No import of ${name} is left out.` },
  { kind: "verify", id: `${name}-check`, title: `${name}: check`, phase: "check", criteria: `Rule on each statement about ${name}: does the quoted entry or the quoted line establish it, for the version we move to? A guess is refuted.`, onRefuted: "mark" },
]);

export const upgradePlans: GoodPlan[] = [
  goodPlan(
    "eighteen-upgrades",
    {
      question: "In which order should we upgrade the eighteen outdated packages, and what will break on the way?",
      requirements: [
        { id: "changes", text: "Breaking changes per package", kind: "evidence", isCritical: true },
        { id: "usage", text: "Where our code depends on them", isCritical: true },
        { id: "blockers", text: "Licences, dependencies among the packages, tests that fail today" },
      ],
      scope: { tools: ["read_source", "read_repository", "run_tests"], collections: ["monorepo", ...packages.map(([name]) => `${name}-changelog`)] },
      budget: { maxTokens: 20_000_000, maxCostMicroUsd: 150_000_000, maxMinutes: 480, maxAgents: 200, maxParallel: 8 },
    },
    {
      title: "Eighteen upgrades",
      strategy: { summary: "Per package two readers who do not meet, and a checker of their own; three workers look across all packages; the lead engineer sees it before the order is written.", dimension: "by package", doneWhen: "For every package the checker has ruled on change and usage, and the order respects each confirmed dependency." },
      phases: [{ id: "read", title: "Reading" }, { id: "check", title: "Checking" }, { id: "order", title: "Order" }],
      nodes: [
        ...pairs,
        { kind: "agent", id: "peer-ranges", title: "Who requires whom", phase: "read", covers: ["blockers"], tools: ["read_repository"], context: { sources: ["monorepo"] }, ...limits, instructions: "Read the lock file: which packages pin a range of another, so that one must move first? Quote both ranges.", doneWhen: "All peer ranges in the lock file are considered." },
        { kind: "agent", id: "red-today", title: "What is red already", phase: "read", covers: ["blockers"], tools: ["run_tests"], context: { sources: ["monorepo"] }, ...limits, instructions: "Run the whole suite before anything is touched and write down failures, so that nobody blames an upgrade for them.", doneWhen: "One complete run is on record." },
        { kind: "verify", id: "across-check", title: "Check across", phase: "check", criteria: "Is the range, failure or date in the quotation? Does it lead to the stated consequence without further assumptions?", onRefuted: "drop" },
        { kind: "checkpoint", id: "lead", title: "Lead engineer", phase: "order", asks: "Is there a package for which you know more than the checkers found?" },
        { kind: "agent", id: "end-of-life", title: "What runs out", phase: "read", covers: ["blockers"], tools: ["read_source"], context: { sources: packages.slice(0, 9).map(([name]) => `${name}-changelog`) }, ...limits, instructions: "For which versions is the end of support announced, and when? A date without a source is of no use here.", doneWhen: "Nine changelogs were searched for announcements." },
        { kind: "synthesize", id: "order", title: "Order of upgrades", phase: "order", instructions: "Write the sequence, with the reason for each place in it. Say per package what breaks and what improves. Rejected statements are kept in an appendix; where reader and user of a package disagree, show both." },
      ],
      edges: [
        ...packages.flatMap(([name]) => [`${name}-changes > ${name}-check > lead`, `${name}-usage > ${name}-check`]),
        ...["peer-ranges", "red-today", "end-of-life"].map((id) => `${id} > across-check`),
        "across-check > lead > order",
      ],
      reportNode: "order",
    },
  ),
];
