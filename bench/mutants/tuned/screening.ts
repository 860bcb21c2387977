import { goodPlan, type GoodPlan } from "../good-plan.ts";

const hits = { type: "object", properties: { papers: { type: "array", items: { type: "string" } }, fresh: { type: "array", items: { type: "string" } } }, required: ["papers", "fresh"] };

/** Literature screening: a bounded search loop, two blind screeners; academic. */
export const screeningPlans: GoodPlan[] = [
  goodPlan(
    "screening",
    {
      question: "Does blue-light filtering in the evening improve sleep onset in adults? Screen the library and summarise the eligible trials.",
      requirements: [
        { id: "eligible", text: "Every eligible randomised trial, with the reason for each exclusion", isCritical: true },
        { id: "effect", text: "Effect on sleep onset latency per trial, null results included", isCritical: true },
        { id: "bias", text: "Risk of bias per trial" },
      ],
      scope: { tools: ["search_sources", "read_source"], collections: ["trial-library"] },
      budget: { maxTokens: 120_000_000, maxCostMicroUsd: 1_200_000_000, maxMinutes: 1_200, maxAgents: 500, maxParallel: 6 },
    },
    {
      title: "Screening of trials on blue-light filtering",
      strategy: {
        summary: "Searching is repeated with fresh vocabulary until it saturates. Each record is then assessed by two screeners with opposite default assumptions, and their statements are adjudicated from the quotations alone.",
        dimension: "by record",
        alternatives: [{ summary: "Screen abstracts only", whyNot: "Null results on onset latency are frequently confined to the tables." }],
        doneWhen: "The last search pass yielded no unseen record, and every record carries a verified decision with its reason.",
      },
      nodes: [
        {
          id: "saturate",
          kind: "loop",
          title: "Search to saturation",
          rationale: "One query never finds everything.",
          until: "previous != null && size(previous.fresh) == 0",
          maxIterations: 6,
        },
        {
          id: "query",
          parent: "saturate",
          kind: "agent",
          title: "One search pass",
          rationale: "New vocabulary each time.",
          instructions: "Query the library with terms not employed in the previous pass (synonyms, device names, outcome names, other languages). Page through all results. Return every record found so far under 'papers', and those not contained in the previous pass under 'fresh'.",
          context: { requirements: "all", sources: ["trial-library"], maxTokens: 16_000 },
          tools: ["search_sources"],
          output: { as: "json", schema: hits },
          maxTurns: 12,
          doneWhen: "The final page of each query has been seen.",
        },
        { id: "records", kind: "map", title: "Each record", rationale: "Every record is assessed identically.", covers: ["eligible", "effect", "bias"], items: "inputs.saturate.papers", itemKey: "item", maxItems: 60, concurrency: 3 },
        {
          id: "includer",
          parent: "records",
          kind: "agent",
          title: "Screener presuming inclusion",
          rationale: "Guards against premature exclusion.",
          covers: ["eligible", "effect"],
          instructions: "Presume that the record is eligible and attempt to substantiate this: randomisation, adults, evening exposure, onset latency measured. Extract the effect with its interval. A null result is a result and is to be reported as one.",
          context: { sources: ["trial-library"], maxTokens: 20_000 },
          tools: ["read_source"],
          maxTurns: 8,
          doneWhen: "Each of the four criteria is quoted or absent.",
        },
        {
          id: "excluder",
          parent: "records",
          kind: "agent",
          title: "Screener presuming exclusion",
          rationale: "Guards against lenient inclusion, and against the hypothesis.",
          covers: ["eligible", "bias", "effect"],
          instructions: "Presume that the record must be excluded or that its effect is spurious, and seek the passages which would show it: no allocation concealment, surrogate outcome, selective reporting, differential dropout, an effect that vanishes or reverses. Concede eligibility if none is found.",
          context: { sources: ["trial-library"], maxTokens: 20_000 },
          tools: ["read_source"],
          maxTurns: 8,
          doneWhen: "Each domain of bias has been examined once.",
        },
        {
          id: "adjudicate",
          parent: "records",
          kind: "verify",
          title: "Adjudication",
          rationale: "By neither screener.",
          criteria: "Accept a statement solely where the quoted passage establishes it for the trial in question, with the same outcome, arm and time point. An effect size whose interval or direction deviates from the passage is refuted.",
          votes: 3,
          onRefuted: "drop",
        },
        {
          id: "review",
          kind: "synthesize",
          title: "Review",
          rationale: "Answers the question with its uncertainty.",
          instructions: "Tabulate the eligible trials, positive and null alike; list exclusions with their reasons. Where the screeners diverge after adjudication, state both readings. Refrain from an overall verdict if the trials conflict and say why they might.",
        },
      ],
      edges: ["saturate > records > review", "includer > adjudicate", "excluder > adjudicate"],
      reportNode: "review",
    },
  ),
];
