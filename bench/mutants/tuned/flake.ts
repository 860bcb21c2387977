import { goodPlan, type GoodPlan } from "../good-plan.ts";

const schema = { type: "object", properties: { failures: { type: "array", items: { type: "object", properties: { test: { type: "string" }, log: { type: "string" } }, required: ["test", "log"] } } }, required: ["failures"] };

/** Test triage; short commands, a rerun that decides. */
export const flakePlans: GoodPlan[] = [
  goodPlan(
    "flake",
    {
      question: "Which of last night's test failures are real regressions and which are flaky?",
      requirements: [
        { id: "class", text: "For each failure: regression, flaky, or environment, with proof", isCritical: true },
        { id: "owner", text: "The commit or the person to ask, for each regression" },
      ],
      scope: { tools: ["run_tests", "read_repository"], collections: ["monorepo"] },
      budget: { maxTokens: 80_000_000, maxCostMicroUsd: 800_000_000, maxMinutes: 700, maxAgents: 300, maxParallel: 6 },
    },
    {
      title: "Triage of the nightly run",
      strategy: {
        summary: "Collect all failures. For each: one worker argues regression, one argues flake, verifier rules from logs and reruns.",
        dimension: "by failing test",
        alternatives: [{ summary: "Rerun everything three times, call green ones flaky", whyNot: "A race introduced yesterday also goes green sometimes." }],
        doneWhen: "Every failure of the nightly log has one class with a quoted log line or diff; unclear ones are listed as unclear.",
      },
      nodes: [
        {
          id: "collect",
          kind: "agent",
          title: "Collect failures",
          rationale: "Input to everything.",
          instructions: "Run the reporter on last night's run. Copy each failing test with its log path. Shards included. Count must match the run's own summary.",
          context: { sources: ["monorepo"], maxTokens: 12_000 },
          tools: ["run_tests", "read_repository"],
          output: { as: "json", schema },
          maxTurns: 10,
          doneWhen: "Count matches.",
        },
        { id: "failures", kind: "map", title: "Each failure", rationale: "Judged one by one.", covers: ["class", "owner"], items: "inputs.collect.failures.filter(f, f.test != '')", itemKey: "item.test", maxItems: 50, concurrency: 3, onItemError: "keep" },
        {
          id: "regression",
          parent: "failures",
          kind: "agent",
          title: "Argue regression",
          rationale: "Prosecution.",
          covers: ["class", "owner"],
          instructions: "Find the commit since the last green run that breaks this test. Quote the diff line and the log line that belong together. Run it at the commit before. Passes there ten times: strong. Name the author.",
          context: { sources: ["monorepo"], maxTokens: 20_000 },
          tools: ["run_tests", "read_repository"],
          maxTurns: 14,
          doneWhen: "Commit named with both quotes, or all commits excluded.",
        },
        {
          id: "flaky",
          parent: "failures",
          kind: "agent",
          title: "Argue flake",
          rationale: "Defence.",
          covers: ["class"],
          instructions: "Rerun the test 20 times unchanged. Then look for what varies: clock, order, network, shared files, shard. Quote the log lines of a pass and a fail side by side. Show that it failed before the suspected commits, if it did.",
          context: { sources: ["monorepo"], maxTokens: 20_000 },
          tools: ["run_tests", "read_repository"],
          maxTurns: 14,
          doneWhen: "20 results and the source of variation, or none found.",
        },
        {
          id: "rule",
          parent: "failures",
          kind: "verify",
          title: "Rule",
          rationale: "Judge is neither side.",
          criteria: "Do the quoted log and diff lines, together with the rerun counts shown, force this class? A pass on rerun alone proves no flake. A nearby commit alone proves no regression.",
          onRefuted: "mark",
        },
        {
          id: "sheet",
          kind: "synthesize",
          title: "Triage sheet",
          rationale: "For the morning stand-up.",
          instructions: "Regressions first, with owner. Then flakes with cause. Then unclear: give both arguments. Same number of lines as failures.",
        },
      ],
      edges: ["collect > failures > sheet", "regression > rule", "flaky > rule"],
      reportNode: "sheet",
    },
  ),
];
