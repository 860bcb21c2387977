import { goodPlan, type GoodPlan } from "../good-plan.ts";

export const codeReviewPlans: GoodPlan[] = [
  goodPlan(
    "payment-code-review",
    {
      question: "Review the payment module of the shop for defects that could lose or duplicate money.",
      requirements: [
        { id: "double-charge", text: "Ways in which a customer is charged twice", isCritical: true },
        { id: "lost-refund", text: "Ways in which a refund gets lost", isCritical: true },
        { id: "rounding", text: "Rounding and currency errors" },
      ],
      scope: { tools: ["read_repository", "run_tests"], collections: ["shop-repository"] },
      budget: { maxTokens: 5_000_000, maxCostMicroUsd: 50_000_000, maxMinutes: 180, maxAgents: 40, maxParallel: 6 },
    },
    {
      title: "Payment review",
      strategy: { summary: "Per defect class: one reads code, one attacks with tests.", dimension: "defect class x method", alternatives: [{ summary: "Per file", whyNot: "The defects cross files." }], doneWhen: "Every defect class has findings that survived verification, or a confirmed all-clear with the paths that were read." },
      phases: [{ id: "find", title: "Find" }, { id: "prove", title: "Prove" }],
      nodes: [
        { kind: "agent", id: "retry-paths", title: "Retries", phase: "find", covers: ["double-charge"], tools: ["read_repository"], context: { sources: ["shop-repository"] }, maxTurns: 20, budget: { maxTokens: 90_000 }, instructions: "Trace every call that captures money. Find: retries without idempotency key; webhooks handled twice; timeouts treated as failure. Quote file and lines.", doneWhen: "All callers of capture were traced to an entry point." },
        { kind: "agent", id: "race-tests", title: "Races", phase: "find", covers: ["double-charge"], tools: ["run_tests", "read_repository"], context: { sources: ["shop-repository"] }, maxTurns: 20, budget: { maxTokens: 90_000 }, instructions: "Run the checkout tests in parallel and shuffled. Any failure: isolate, name the shared state, quote the output.", doneWhen: "Ten shuffled runs were made, each failure is explained or marked unexplained." },
        { kind: "agent", id: "refund-states", title: "Refund states", phase: "find", covers: ["lost-refund"], tools: ["read_repository"], context: { sources: ["shop-repository"] }, maxTurns: 20, budget: { maxTokens: 90_000 }, instructions: "Draw the states of a refund from the code. Report states without exit, exceptions that are swallowed, queue messages that are acknowledged too early.", doneWhen: "Each state has its exits quoted." },
        { kind: "agent", id: "refund-tests", title: "Refund tests", phase: "find", covers: ["lost-refund"], tools: ["run_tests"], context: { sources: ["shop-repository"] }, maxTurns: 15, budget: { maxTokens: 90_000 }, instructions: "Execute the refund suite with the provider stub set to fail at every step once. Which failures leave an order without money and without refund? Paste the log lines.", doneWhen: "Each step of a refund failed once." },
        { kind: "agent", id: "money-types", title: "Money types", phase: "find", covers: ["rounding"], tools: ["read_repository"], context: { sources: ["shop-repository"] }, maxTurns: 15, budget: { maxTokens: 80_000 }, instructions: "Grep for floats near prices, taxes, discounts. Report each conversion that can lose a cent, with an example amount.", doneWhen: "No arithmetic on amounts remains unread." },
        { kind: "verify", id: "reproduce", title: "Confirm defects", phase: "prove", criteria: "Confirm a defect only if the quoted lines make it possible: follow the path from the entry point. Refute if a guard elsewhere in the quoted code prevents it.", votes: 2, onRefuted: "drop" },
        { kind: "synthesize", id: "review", title: "Review", phase: "prove", instructions: "Order by money at risk. One paragraph per confirmed defect: path, trigger, consequence. Where two reviewers contradict each other, print both." },
      ],
      edges: ["retry-paths > reproduce > review", "race-tests > reproduce", "refund-states > reproduce", "refund-tests > reproduce", "money-types > reproduce"],
      reportNode: "review",
    },
  ),
];
