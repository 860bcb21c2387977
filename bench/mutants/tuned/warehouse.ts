import { goodPlan, type GoodPlan } from "../good-plan.ts";

const candidates = [
  ["alder", "Alder", "the managed columnar one", "Watch for charges per query and for the minimum commitment."],
  ["birch", "Birch", "the one we could host ourselves", "Somebody has to patch it; find out what that costs people who do."],
  ["cedar", "Cedar", "the one our parent company uses", "Being used upstairs is no merit in itself; ask what it did for workloads like ours."],
] as const;

/** A vendor comparison: per candidate a case for and a case against, criteria fixed first; conversational. */
export const warehousePlans: GoodPlan[] = [
  goodPlan(
    "warehouse",
    {
      question: "Which of the data warehouses Alder, Birch and Cedar suits our nightly reporting best over three years?",
      requirements: [
        { id: "cost", text: "Cost over three years at our volumes", isCritical: true },
        { id: "fit", text: "Whether the nightly window of four hours can be kept", isCritical: true },
        { id: "exit", text: "What leaving again would take" },
      ],
      scope: { tools: ["search_sources", "read_source", "search_web", "fetch_url"], collections: ["offers", "workload-profile"], domains: ["docs.alder.example", "docs.birch.example", "docs.cedar.example"] },
      budget: { maxTokens: 40_000_000, maxCostMicroUsd: 400_000_000, maxMinutes: 300, maxAgents: 40, maxParallel: 6 },
    },
    {
      title: "Alder, Birch or Cedar",
      strategy: {
        summary: "Let's write down what we'd measure before anyone sees a brochure, then give each candidate a fan and a grouch, and have someone impartial check what both say.",
        dimension: "candidate × side",
        alternatives: [{ summary: "One table filled in from the vendors' pages", whyNot: "Vendors don't publish what they're bad at." }],
        doneWhen: "For each candidate, cost, window and exit each have at least one checked statement from either side, or we say what couldn't be found out.",
      },
      nodes: [
        {
          id: "yardstick",
          kind: "agent",
          role: "planner",
          title: "Agree on the yardstick",
          rationale: "Criteria made afterwards always favour somebody.",
          instructions: "From the workload profile, work out what a night looks like for us: volumes, joins, peak concurrency, growth. Turn it into at most six things one can measure for a warehouse, each with a threshold. Don't mention any product.",
          context: { requirements: "all", sources: ["workload-profile"], maxTokens: 16_000 },
          tools: ["search_sources", "read_source"],
          output: { as: "json", schema: { type: "object", properties: { measures: { type: "array", items: { type: "string" }, maxItems: 6 } }, required: ["measures"] } },
          maxTurns: 10,
          doneWhen: "Six measures or fewer, each with a threshold taken from the profile.",
        },
        ...candidates.flatMap(([id, name, hint, caution]) => [
          {
            id: `${id}-for`,
            kind: "agent" as const,
            title: `What ${name} is good at`,
            rationale: `Without it ${name} would be judged by its detractors.`,
            covers: ["cost", "fit"],
            instructions: `Take the measures you were handed and see how well ${name}, ${hint}, does on each. Offers first, then the vendor's own documentation. Quote numbers with the conditions they were measured under.`,
            context: { sources: ["offers"], maxTokens: 20_000 },
            tools: ["search_sources", "read_source", "search_web", "fetch_url"],
            maxTurns: 14,
            doneWhen: "Each measure has a quoted number or a 'not published'.",
          },
          {
            id: `${id}-against`,
            kind: "agent" as const,
            title: `Where ${name} hurts`,
            rationale: "The other side.",
            covers: ["cost", "fit", "exit"],
            instructions: `You're the grouch for ${name}. Find out where it failed people with nights like ours, what the offer leaves out, and what it takes to get the data back out. ${caution} Quote, don't grumble.`,
            context: { sources: ["offers", "workload-profile"], maxTokens: 20_000 },
            tools: ["search_sources", "read_source", "search_web", "fetch_url"],
            maxTurns: 14,
            doneWhen: "Hidden costs, missed windows and exit have each been looked for twice.",
          },
          {
            id: `${id}-checked`,
            kind: "verify" as const,
            title: `${name}: does it hold?`,
            rationale: "Someone who wrote neither.",
            criteria: `Is the quoted passage about ${name} in the version on offer, and does it really say the number, the condition and the direction that the claim says? A benchmark under other conditions doesn't support a claim about ours.`,
            onRefuted: "drop" as const,
          },
        ]),
        {
          id: "recommendation",
          kind: "synthesize",
          title: "Recommendation",
          rationale: "For the architecture board.",
          instructions: "Go measure by measure, all three next to each other. Fan and grouch contradict each other? Print both. Only then recommend, and say which fact would change your mind.",
        },
      ],
      edges: candidates.flatMap(([id]) => [`yardstick > ${id}-for > ${id}-checked`, `yardstick > ${id}-against > ${id}-checked`, `${id}-checked > recommendation`]),
      reportNode: "recommendation",
    },
  ),
];
