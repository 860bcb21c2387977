import { goodPlan, type GoodPlan } from "../good-plan.ts";

const analyst = { kind: "agent" as const, tools: ["query_metrics"], maxTurns: 14 };

/** A decision on an experiment; yes/no, quantitative, laconic. */
export const paywallPlans: GoodPlan[] = [
  goodPlan(
    "paywall",
    {
      question: "Should we roll out the metered paywall to all readers, given the eight-week experiment?",
      requirements: [
        { id: "revenue", text: "Effect on revenue per reader, with interval", isCritical: true },
        { id: "harm", text: "Effect on reach, newsletter sign-ups and complaints", isCritical: true },
        { id: "validity", text: "Whether the experiment can be trusted" },
      ],
      scope: { tools: ["query_metrics", "search_sources", "read_source"], collections: ["experiment-log"] },
      budget: { maxTokens: 10_000_000, maxCostMicroUsd: 100_000_000, maxMinutes: 180, maxAgents: 16, maxParallel: 4 },
    },
    {
      title: "Paywall: go or no-go",
      strategy: {
        summary: "Effect sizes from two analysts who may not see each other, a third who tries to break the experiment, adjudication, memo.",
        dimension: "effect, counter-effect, validity",
        alternatives: [],
        doneWhen: "Revenue and harm each have a verified estimate from two analysts; a disagreement between them is explained or reported; validity is answered.",
      },
      nodes: [
        {
          id: "gain",
          ...analyst,
          title: "What the paywall gains",
          rationale: "Case for.",
          covers: ["revenue", "harm"],
          instructions: "Revenue per assigned reader, treatment minus control, weekly, 95 % interval. By intention to treat. Sign-ups and reach with the same method. Quote the query with each number.",
          context: { sources: ["experiment-log"], maxTokens: 18_000 },
          doneWhen: "Eight weekly estimates per measure.",
        },
        {
          id: "loss",
          ...analyst,
          title: "What the paywall loses",
          rationale: "Case against.",
          covers: ["harm", "revenue"],
          instructions: "Assume that it does damage; find it. Readers who left and didn't return, shares, complaints, refunds, subscribers who would have come anyway. Segments in which the sign turns. Quote the query with each number.",
          context: { sources: ["experiment-log"], maxTokens: 18_000 },
          doneWhen: "Each of the five damages quantified or not measurable.",
        },
        {
          id: "breach",
          ...analyst,
          tools: ["query_metrics", "search_sources", "read_source"],
          title: "Break the experiment",
          rationale: "An effect of a broken experiment isn't one.",
          covers: ["validity"],
          instructions: "Sample ratio, novelty, bots, cookie loss, overlapping experiments, early peeking, changes of the design noted in the log. What would overturn the result?",
          context: { sources: ["experiment-log"], maxTokens: 18_000 },
          doneWhen: "Seven threats, each tested or untestable.",
        },
        {
          id: "recompute",
          kind: "verify",
          title: "Recompute",
          rationale: "Numbers decide here.",
          criteria: "Does the quoted query, with the result shown, yield the stated number, unit, interval and sign for the stated population? If another population was used: refuted.",
          votes: 3,
          onRefuted: "drop",
        },
        {
          id: "memo",
          kind: "synthesize",
          title: "Memo",
          rationale: "For the editorial board.",
          instructions: "Go, no-go or extend. Three numbers for, three against. Contradicting estimates: both, with the reason for the difference.",
        },
      ],
      edges: ["gain > recompute > memo", "loss > recompute", "breach > recompute"],
      reportNode: "memo",
    },
  ),
];
