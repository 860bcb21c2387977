import { goodPlan, type GoodPlan } from "../good-plan.ts";

export const searchRoundsPlans: GoodPlan[] = [
  goodPlan(
    "prior-art-rounds",
    {
      question: "Which publications before June 2019 describe a bicycle lock that also charges the lamp?",
      requirements: [
        { id: "prior-art", text: "Publications with their dates", kind: "evidence", isCritical: true },
        { id: "differences", text: "How each differs from the lock in our application" },
      ],
      scope: { tools: ["search_sources", "read_source"], collections: ["patent-gazette", "trade-magazines", "our-application"] },
      budget: { maxTokens: 5_000_000, maxCostMicroUsd: 50_000_000, maxMinutes: 240, maxAgents: 50, maxParallel: 4 },
    },
    {
      title: "Prior art in rounds",
      strategy: { summary: "Search terms improve with what has been found. So we search in rounds, at most five, and stop when a round comes back empty; magazines are searched independently.", dimension: "by round and by medium", doneWhen: "A whole round found nothing new, every publication was confirmed as to content and date, and it is said if the rounds ran out." },
      nodes: [
        { kind: "loop", id: "rounds", title: "Rounds in the gazette", until: "previous != null && size(previous.claims) == 0", maxIterations: 5 },
        { kind: "agent", id: "round", title: "One round", parent: "rounds", covers: ["prior-art"], tools: ["search_sources", "read_source"], context: { sources: ["patent-gazette"] }, maxTurns: 12, budget: { maxTokens: 60_000 }, instructions: "Search the gazette with terms and classes which were not used so far. Return publications that were not returned in an earlier round, with date and the passage that describes lock and charging. Return an empty list if there are none.", doneWhen: "Five unused search terms have been tried." },
        { kind: "agent", id: "magazines", title: "Trade magazines", covers: ["prior-art"], tools: ["search_sources", "read_source"], context: { sources: ["trade-magazines"] }, maxTurns: 15, budget: { maxTokens: 70_000 }, instructions: "Leaf through trade magazines up to May 2019 for product tests, fair reports and advertisements of locks with a dynamo, battery or induction coil. Issue, page and passage for each.", doneWhen: "All issues up to May 2019 that mention locks have been looked at." },
        { kind: "agent", id: "compare", title: "Compare with ours", covers: ["differences"], tools: ["read_source"], context: { sources: ["our-application"], inputs: ["rounds", "magazines"] }, maxTurns: 15, budget: { maxTokens: 90_000 }, instructions: "Set each publication you are given against the claims of our application, feature by feature. Which features are anticipated, which are absent? Be as thorough in showing sameness as in showing difference.", doneWhen: "A feature table exists for each publication." },
        { kind: "verify", id: "examiner", title: "Examiner", criteria: "Does the passage disclose lock and charging together? Is the date printed, and before June 2019? Is the feature found, or missing, where the comparison says so? Refute anything that needs imagination.", onRefuted: "mark" },
        { kind: "synthesize", id: "search-report", title: "Search report", instructions: "Publications by date, each with its passage and its differences. Doubtful dates and opposing readings are shown in full." },
      ],
      edges: ["rounds > examiner > search-report", "magazines > examiner", "rounds > compare > examiner", "magazines > compare"],
      reportNode: "search-report",
    },
  ),
];
