import { goodPlan, type GoodPlan } from "../good-plan.ts";

const limits = { maxTurns: 16, budget: { maxTokens: 80_000 } };
const repository = { sources: ["billing-repository"] };

export const migrationPlans: GoodPlan[] = [
  goodPlan(
    "queue-migration",
    {
      question: "Prepare the migration of the billing service from the old queue library to the new one and open a pull request for it.",
      requirements: [
        { id: "call-sites", text: "All call sites of the old library", kind: "evidence", isCritical: true },
        { id: "semantics", text: "Differences in delivery semantics that matter here", isCritical: true },
        { id: "rollback", text: "How to get back" },
      ],
      scope: { effects: "may-write", tools: ["read_repository", "run_tests", "open_pull_request"], collections: ["billing-repository", "queue-manuals"] },
      budget: { maxTokens: 6_000_000, maxCostMicroUsd: 60_000_000, maxMinutes: 240, maxAgents: 80, maxParallel: 6 },
    },
    {
      title: "Old queue to new queue",
      strategy: {
        summary: "First the complete list of call sites, then each one by itself, then a person, then the pull request.",
        dimension: "by call site",
        alternatives: [{ summary: "Search and replace with a script", whyNot: "Acknowledgement works differently in the two libraries, a text replacement would compile and lose messages." }],
        doneWhen: "Each call site has a verified change or a reason why it stays; the plan has been accepted by the on-call engineer.",
      },
      phases: [{ id: "inventory", title: "Inventory" }, { id: "changes", title: "Changes" }, { id: "release", title: "Release" }],
      nodes: [
        { kind: "agent", id: "inventory", title: "List the call sites", phase: "inventory", covers: ["call-sites"], tools: ["read_repository"], context: repository, ...limits, output: { as: "json", schema: { type: "object", required: ["sites"], properties: { sites: { type: "array", items: { type: "object", required: ["path", "line"], properties: { path: { type: "string" }, line: { type: "integer" } } } } } } }, instructions: "Enumerate all places that import, wrap or configure the old queue library: production code, tests, scripts, deployment files. Continue until every directory has been visited; do not sample.", doneWhen: "Every directory of the repository was visited and the number of sites equals the number of import lines." },
        { kind: "map", id: "each-site", title: "Each call site", phase: "changes", items: "inputs.sites.sites", itemKey: "item.path + ':' + string(item.line)", maxItems: 40, concurrency: 4, onItemError: "keep" },
        { kind: "agent", id: "rewrite", title: "Work out the change", parent: "each-site", covers: ["call-sites"], tools: ["read_repository"], context: repository, maxTurns: 8, budget: { maxTokens: 40_000 }, instructions: "Look at this one call site and at nothing else. Write what has to change, as a claim with the present lines quoted, and say if the behaviour for a failing consumer becomes different.", doneWhen: "The change is stated, or it is stated that none is necessary." },
        { kind: "agent", id: "manuals", title: "Compare the manuals", phase: "inventory", covers: ["semantics"], tools: ["read_repository"], context: { sources: ["queue-manuals"] }, ...limits, instructions: "Compare both manuals on ordering, redelivery, acknowledgement, visibility timeout, maximum size. For each property quote the old and the new sentence. Mention in which points the new library is the weaker one as well as where it is better.", doneWhen: "The five properties are each quoted twice." },
        { kind: "agent", id: "consumer-tests", title: "Try the consumers", phase: "inventory", covers: ["semantics"], tools: ["run_tests"], context: repository, ...limits, instructions: "Run the consumer tests with the adapter of the new library. Which tests assume exactly-once delivery, or an order? Quote the assertions.", doneWhen: "Each failing assertion has been quoted." },
        { kind: "agent", id: "way-back", title: "Rollback", phase: "changes", covers: ["rollback"], tools: ["read_repository"], context: { sources: ["billing-repository", "queue-manuals"] }, ...limits, instructions: "Describe how to return to the old library when messages are already in the new queue. What is irreversible must be called so.", doneWhen: "Both directions are described for a filled queue." },
        { kind: "verify", id: "second-look", title: "Second look", phase: "release", criteria: "Compare the stated change with the quoted lines and the quoted manual sentences. Refute whatever the quotes do not carry, in particular promises on ordering.", onRefuted: "mark" },
        { kind: "synthesize", id: "proposal", title: "Proposal", phase: "release", instructions: "Put together the migration proposal: changes by directory, semantic differences, the way back. Refuted statements stay in a list of their own. Contradictions are kept." },
        { kind: "checkpoint", id: "on-call", title: "On-call approves", phase: "release", asks: "Is the proposal complete, and may the pull request be opened?", timeoutMinutes: 600, onTimeout: "reject" },
        { kind: "tool", id: "open", title: "Open the pull request", phase: "release", tool: "open_pull_request", arguments: { title: "'Move billing to the new queue'", body: "inputs.approved" } },
      ],
      edges: ["inventory > each-site as sites", "each-site > second-look > proposal > on-call", "manuals > second-look", "consumer-tests > second-look", "way-back > second-look", "on-call > open as approved"],
      reportNode: "proposal",
    },
  ),
];
