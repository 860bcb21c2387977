import { goodPlan, type GoodPlan } from "../good-plan.ts";

export const testTriagePlans: GoodPlan[] = [
  goodPlan(
    "nightly-triage",
    {
      question: "Sort the failures of last night's test run: which are defects of the product, which of the tests, which of the environment?",
      requirements: [
        { id: "each-failure", text: "Each failing test of the run", kind: "item", isCritical: true },
        { id: "reason", text: "Reason of the failure with the line of output that shows it", kind: "evidence", isCritical: true },
      ],
      scope: { tools: ["run_tests", "read_repository", "query_metrics"], collections: ["nightly-log", "core-repository"] },
      budget: { maxTokens: 15_000_000, maxCostMicroUsd: 120_000_000, maxMinutes: 480, maxAgents: 300, maxParallel: 8 },
    },
    {
      title: "Nightly failures",
      strategy: { summary: "List, rerun each alone, judge each, report.", dimension: "per failing test", doneWhen: "Failures listed = failures classified and confirmed + failures named as unclear." },
      nodes: [
        { kind: "agent", id: "failures", title: "List failures", covers: ["each-failure"], tools: ["read_repository"], context: { sources: ["nightly-log"] }, maxTurns: 12, budget: { maxTokens: 60_000 }, output: { as: "json", schema: { type: "object", required: ["tests"], properties: { tests: { type: "array", items: { type: "string" } } } } }, instructions: "Read the nightly log from its first line to its last. Output the full name of every test that failed, errored or timed out. The summary line of the log has to agree with your count.", doneWhen: "Count matches the summary line." },
        { kind: "map", id: "triage", title: "Triage each", items: "inputs.failing.tests", itemKey: "item", maxItems: 50, concurrency: 5 },
        { kind: "agent", id: "rerun", title: "Rerun alone", parent: "triage", covers: ["reason", "each-failure"], tools: ["run_tests", "query_metrics"], context: { sources: ["nightly-log"] }, maxTurns: 6, budget: { maxTokens: 30_000 }, instructions: "Rerun the test three times, alone. Note pass or fail, and how busy the machine was at night. Conclude: stable failure, flaky, environment. Quote output.", doneWhen: "Three runs done." },
        { kind: "agent", id: "blame", title: "Read the code", parent: "triage", covers: ["reason", "each-failure"], tools: ["read_repository"], context: { sources: ["core-repository"] }, maxTurns: 10, budget: { maxTokens: 40_000 }, instructions: "Inspect what changed under the test in the last seven days. Could the product be right and the expectation outdated? Could it be the reverse? Give the evidence for either, by commit and line.", doneWhen: "Product and expectation were both considered." },
        { kind: "verify", id: "confirm", title: "Confirm", parent: "triage", criteria: "A classification stands if the quoted output or commit could not equally well arise from another cause. Otherwise: not enough information.", onRefuted: "mark" },
        { kind: "checkpoint", id: "owner", title: "Owner of the suite", asks: "Look over the classifications before they are published: is any of them known to you to be otherwise?" },
        { kind: "synthesize", id: "list", title: "Triage list", instructions: "Three lists with one line per test and its proof, a fourth for unclear ones. If rerun and code reading point to different reasons, write both reasons." },
      ],
      edges: ["failures > triage as failing", "rerun > confirm", "blame > confirm", "triage > owner > list"],
      reportNode: "list",
    },
  ),
];
