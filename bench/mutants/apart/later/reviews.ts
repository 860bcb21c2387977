import { graphSchema } from "../../../../core/workflow/graph.ts";
import { goodPlan, type GoodPlan } from "../../good-plan.ts";

const limits = { maxTurns: 14, budget: { maxTokens: 100_000 } };

/** Test triage: telegraphic; goes one of two ways. */
const triage = goodPlan(
  "test-triage",
  {
    question: "Red tests on main of the fare engine: which are real defects, which flaky, which outdated?",
    requirements: [
      { id: "class", text: "Class per failing test", isCritical: true },
      { id: "defects", text: "Suspect commit per real defect" },
    ],
    scope: { tools: ["run_tests", "read_repository"] },
    budget: { maxTokens: 12_000_000, maxCostMicroUsd: 90_000_000, maxMinutes: 400, maxAgents: 140 },
  },
  {
    title: "Triage of red tests",
    strategy: { summary: "Run thrice, then two readers per failure: one blames code, one blames test.", dimension: "by failing test", doneWhen: "No failing test without class plus quoted log; suite known to have run whole." },
    nodes: [
      { id: "run", kind: "tool", title: "Full run", tool: "run_tests", arguments: { suite: '"fare-engine"', repeat: "3" } },
      { id: "sort", kind: "agent", title: "List failures", covers: ["class"], instructions: "Result of three full runs comes in. List every test red at least once: name, how often red, last log. All of them. No judgement yet.", context: { inputs: ["runs"], maxTokens: 60_000 }, output: { as: "json", schema: { type: "object", properties: { failures: { type: "array", items: { type: "object", properties: { name: { type: "string" }, red: { type: "integer" }, log: { type: "string" } }, required: ["name", "red", "log"] } } }, required: ["failures"] } }, doneWhen: "Length of list = distinct red tests in the result.", ...limits },
      { id: "each", kind: "map", title: "Each failure", items: "inputs.sorted.failures", itemKey: "item.name", maxItems: 40, concurrency: 4, covers: ["class", "defects"] },
      { id: "blame-code", kind: "agent", parent: "each", title: "Suppose the code is wrong", covers: ["class", "defects"], instructions: "Item = one failing test. Suppose product code wrong. Find line + commit that explain the log. Quote both. No explanation: say so.", tools: ["read_repository"], context: { maxTokens: 30_000 }, doneWhen: "Line and commit, or dead end described.", ...limits },
      { id: "blame-test", kind: "agent", parent: "each", title: "Suppose the test is wrong", covers: ["class"], instructions: "Item = one failing test. Suppose test wrong: order, clock, network, stale expectation. Re-run alone 5×, give numbers. Evidence against flakiness counts too.", tools: ["run_tests", "read_repository"], context: { maxTokens: 30_000 }, doneWhen: "Four possibilities ticked off.", ...limits },
      { id: "judge", kind: "verify", parent: "each", title: "Log fits?", criteria: "Log and line quoted really produce this failure? Numbers of the re-run as stated? Otherwise refuted.", budget: { maxTokens: 70_000 } },
      { id: "calm", kind: "agent", title: "Nothing red: did it run?", covers: ["class"], instructions: "List of failures came in empty. Prove the suite ran: count tests in repository, skipped ones, disabled ones; start a run and compare. Quote.", tools: ["read_repository", "run_tests"], context: { inputs: ["sorted"], maxTokens: 30_000 }, doneWhen: "Counts agree or difference explained.", ...limits },
      { id: "calm-judge", kind: "verify", title: "Counts right?", criteria: "Quoted counts come from the same revision and add up to the claim.", budget: { maxTokens: 70_000 } },
      { id: "list", kind: "synthesize", title: "Triage list", instructions: "Table: test, class, ground, suspect commit. Code and test both blamed: keep both, class 'open'.", budget: { maxTokens: 80_000 } },
    ],
    edges: ["run > sort as runs", "sort > each as sorted", "sort > calm as sorted", "blame-code > judge", "blame-test > judge", "each > list", "calm > calm-judge > list"],
    reportNode: "list",
  },
);

const ways: Record<string, string> = { "sort-each": "size(output.failures) > 0", "sort-calm": "size(output.failures) == 0" };

export const reviewPlans: GoodPlan[] = [
  { ...triage, graph: graphSchema.parse({ ...triage.graph, edges: triage.graph.edges.map((edge) => ({ ...edge, when: ways[edge.id] })) }) },
  goodPlan(
    "retention-policy",
    {
      question: "Is our data retention policy in line with the regulator's guidance of 2026 on visitor data?",
      requirements: [
        { id: "periods", text: "Periods in the policy against periods in the guidance", isCritical: true },
        { id: "grounds", text: "Legal grounds named for each category", isCritical: true },
        { id: "practice", text: "Whether systems do what the policy says" },
      ],
      scope: { tools: ["search_sources", "read_source", "fetch_url", "query_metrics"], collections: ["policies"], domains: ["regulator.example.gov"] },
      budget: { maxTokens: 3_000_000, maxCostMicroUsd: 25_000_000, maxMinutes: 150, maxAgents: 30 },
    },
    {
      title: "Retention policy against guidance",
      strategy: { summary: "Compliance and non-compliance shall be argued separately; practice shall be established from records of the systems.", dimension: "by thesis", doneWhen: "For each category of visitor data there is a provision of the policy, a passage of the guidance and a reasoned position for and against conformity." },
      nodes: [
        { id: "guidance", kind: "agent", title: "Duties under the guidance", covers: ["periods", "grounds"], instructions: "Retrieve the guidance of 2026 from regulator.example.gov. Extract each duty concerning visitor data: category, maximum period, required legal ground, exceptions. Each duty shall be cited by paragraph.", tools: ["fetch_url"], context: { maxTokens: 40_000 }, doneWhen: "All paragraphs on visitor data are covered.", ...limits },
        { id: "conform", kind: "agent", title: "Case for conformity", covers: ["periods", "grounds"], instructions: "Having regard to the duties supplied, cite those provisions of our policies by which each duty is fulfilled.", tools: ["search_sources", "read_source"], context: { inputs: ["duties"], sources: ["policies"], maxTokens: 60_000 }, doneWhen: "Each duty supplied has a provision or is conceded.", ...limits },
        { id: "breach", kind: "agent", title: "Case against conformity", covers: ["periods", "grounds"], instructions: "Having regard to the duties supplied, argue for the regulator: find provisions that contradict a duty, omit a category, or grant an exception wider than allowed. Cite provision and duty.", tools: ["search_sources", "read_source"], context: { inputs: ["duties"], sources: ["policies"], maxTokens: 60_000 }, doneWhen: "Each duty supplied was tested for a breach.", ...limits },
        { id: "systems", kind: "agent", title: "Practice", covers: ["practice"], instructions: "Determine by query the age of the oldest visitor record in each system, and the date of its last deletion run. State the figures only; record also the systems in which no old record exists.", tools: ["query_metrics"], context: { inputs: [], maxTokens: 30_000 }, doneWhen: "Every system holding visitor data has been queried.", ...limits },
        { id: "bench", kind: "verify", title: "Examination of both cases", criteria: "Whether the cited provision, read in full, bears out the position taken; whether the cited paragraph of the guidance imposes that very duty; whether an exception was overlooked.", votes: 3, budget: { maxTokens: 110_000 } },
        { id: "opinion", kind: "synthesize", title: "Opinion", instructions: "State the answer per category. Set out both cases where they remain in dispute. Append figures on practice.", budget: { maxTokens: 90_000 } },
      ],
      edges: ["guidance > conform as duties", "guidance > breach as duties", "guidance > bench", "conform > bench", "breach > bench", "systems > bench > opinion"],
      reportNode: "opinion",
    },
  ),
];
