import { goodPlan, type GoodPlan } from "../good-plan.ts";

const limits = { maxTurns: 15, budget: { maxTokens: 75_000 } };

export const incidentPlans: GoodPlan[] = [
  goodPlan(
    "checkout-incident",
    {
      question: "Why did the checkout fail for 47 minutes on 3 March, and was the cache deployment the cause?",
      requirements: [
        { id: "timeline", text: "Timeline of the outage to the minute", kind: "evidence", isCritical: true },
        { id: "cause", text: "The cause, and whether it was the cache deployment", isCritical: true },
        { id: "prevention", text: "What would have prevented or shortened it" },
      ],
      scope: { tools: ["query_metrics", "read_repository", "search_sources", "list_tickets"], collections: ["deploy-log", "chat-export", "shop-repository"] },
      budget: { maxTokens: 5_000_000, maxCostMicroUsd: 50_000_000, maxMinutes: 150, maxAgents: 40, maxParallel: 6 },
    },
    {
      title: "Checkout outage, 3 March",
      strategy: { summary: "Facts first, separate from theories.\nThen two rival theories, each with an advocate.\nThen a check.", dimension: "facts / theory A / theory B", doneWhen: "- timeline has no gap above 2 minutes\n- each theory was tried against the timeline\n- what stays unexplained is listed" },
      nodes: [
        { kind: "agent", id: "metrics-times", title: "Times from metrics", covers: ["timeline"], tools: ["query_metrics"], ...limits, instructions: "Task:\n- query error rate, latency, saturation of checkout, 3 March, one-minute steps\n- note first deviation, worst minute, recovery\n- cite each query and its value", doneWhen: "Start and end are fixed to the minute." },
        { kind: "agent", id: "people-times", title: "Times from people", covers: ["timeline"], tools: ["search_sources", "list_tickets"], context: { sources: ["chat-export", "deploy-log"] }, ...limits, instructions: "Task:\n- read the chat export and the deploy log of that day\n- who noticed what, when; who changed what, when\n- verbatim messages only, with time stamps", doneWhen: "Every message between alert and all-clear was read." },
        { kind: "agent", id: "cache-theory", title: "Theory: the cache", covers: ["cause"], tools: ["read_repository", "query_metrics"], context: { sources: ["shop-repository", "deploy-log"], inputs: ["metrics_times", "people_times"] }, ...limits, instructions: "Argue that the cache deployment caused it.\n- use the two timelines you are given\n- name the mechanism, with the lines of code\n- name what you would expect to see if it were true, and whether it is seen", doneWhen: "Mechanism and expected signs are each cited." },
        { kind: "agent", id: "rival-theory", title: "Theory: anything else", covers: ["cause"], tools: ["query_metrics", "search_sources", "read_repository"], context: { sources: ["deploy-log", "shop-repository"], inputs: ["metrics_times", "people_times"] }, ...limits, instructions: "Argue that the cache was not to blame.\n- what in the two timelines contradicts it?\n- which other change, dependency or load explains more?\n- facts that speak against your own alternative belong here as well", doneWhen: "At least one counter-explanation was tested, and the evidence against the cache is complete." },
        { kind: "agent", id: "lessons", title: "Prevention", covers: ["prevention"], tools: ["list_tickets", "read_repository"], context: { sources: ["shop-repository"], inputs: ["metrics_times", "people_times"] }, ...limits, instructions: "From the timelines:\n- which alarm, test or limit existed and stayed silent?\n- which older ticket had asked for one?\nquote ticket or configuration", doneWhen: "Every delay over five minutes in the timelines has a proposal or a reason why none is possible." },
        { kind: "verify", id: "fact-check", title: "Fact check", criteria: "- does the quoted query, message or line state this?\n- is the time the same time zone and the same minute?\n- a cause counts as supported only if mechanism AND timing are quoted", onRefuted: "mark" },
        { kind: "synthesize", id: "post-mortem", title: "Post-mortem", instructions: "- timeline as a table\n- both theories, with what supports and what contradicts each\n- your judgement, with its uncertainty\n- actions\nRefuted statements: list them as refuted." },
      ],
      edges: [
        "metrics-times > fact-check > post-mortem", "people-times > fact-check", "cache-theory > fact-check", "rival-theory > fact-check", "lessons > fact-check",
        "metrics-times > cache-theory", "metrics-times > rival-theory", "metrics-times > lessons", "people-times > cache-theory", "people-times > rival-theory", "people-times > lessons",
      ],
      reportNode: "post-mortem",
    },
  ),
];
