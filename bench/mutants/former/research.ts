import { goodPlan, type GoodPlan } from "../good-plan.ts";

const limits = { maxTurns: 14, budget: { maxTokens: 70_000 } };

export const researchPlans: GoodPlan[] = [
  goodPlan(
    "heat-pump-research",
    {
      question: "What is known about how well air-source heat pumps perform in apartment blocks built before 1980, and what does retrofitting them cost?",
      requirements: [
        { id: "efficiency", text: "Seasonal performance measured in occupied buildings", kind: "evidence", isCritical: true },
        { id: "retrofit-cost", text: "Cost of a retrofit per dwelling", isCritical: true },
        { id: "noise", text: "Noise and complaints of neighbours" },
      ],
      scope: { tools: ["search_sources", "read_source"], collections: ["field-trials", "cost-studies", "planning-files"] },
      budget: { maxTokens: 4_000_000, maxCostMicroUsd: 40_000_000, maxMinutes: 180, maxAgents: 40, maxParallel: 4 },
    },
    {
      title: "Heat pumps in old apartment blocks",
      strategy: {
        summary: "We divide the question by the kind of evidence that answers it, because measurements, invoices and complaints live in different documents and need different reading.",
        dimension: "by class of evidence",
        alternatives: [{ summary: "One reader per country", whyNot: "The trials are few, and most countries would have had nothing to read." }],
        doneWhen: "Each of the three requirements is answered by statements whose quotes a second model found to support them, or is stated to be open.",
      },
      nodes: [
        { kind: "agent", id: "trials", title: "Read the field trials", covers: ["efficiency"], rationale: "Laboratory values overstate; only measured buildings count.", tools: ["search_sources", "read_source"], context: { sources: ["field-trials"] }, ...limits, instructions: "Please go through the field trials and record every seasonal performance factor that was measured in an occupied apartment building. For each value, note the year of construction, the flow temperature, the length of the measurement and the passage in which the figure appears. Leave out values that were only simulated.", doneWhen: "Each trial has either yielded a measured value or been listed as having none." },
        { kind: "agent", id: "poor-winters", title: "Look for disappointing results", covers: ["efficiency"], rationale: "Published trials lean towards the successes.", tools: ["search_sources", "read_source"], context: { sources: ["field-trials", "planning-files"] }, ...limits, instructions: "Your concern is the opposite of a sales brochure: find buildings in which a heat pump stayed behind what had been promised, was supplemented by a boiler, or was taken out again. Quote what went wrong and, where somebody gives one, the reason.", doneWhen: "Three differently worded searches in a row bring no building that is new." },
        { kind: "agent", id: "invoices", title: "Collect what retrofits cost", covers: ["retrofit-cost"], tools: ["search_sources", "read_source"], context: { sources: ["cost-studies"] }, ...limits, instructions: "Extract the total cost per dwelling from every cost study, together with the currency, the price year, and whether radiators, electrical works and scaffolding are contained in the figure. Do not convert currencies yourself; the figure has to be quotable.", doneWhen: "No cost study is left that has not been opened." },
        { kind: "agent", id: "overruns", title: "Find cost overruns", covers: ["retrofit-cost"], tools: ["search_sources", "read_source"], context: { sources: ["cost-studies", "planning-files"] }, ...limits, instructions: "Search for projects whose final bill differed from the estimate, in either direction. State both amounts and quote the explanation that the authors offer.", doneWhen: "Estimate and outcome are recorded for every project that publishes both." },
        { kind: "agent", id: "neighbours", title: "Noise", covers: ["noise"], tools: ["search_sources", "read_source"], context: { sources: ["planning-files"] }, ...limits, instructions: "Read the planning files for objections on account of noise. Tell for each objection where the unit stood, what level was measured if any, and how the matter ended, including the cases where nothing was found to be too loud.", doneWhen: "All planning files that mention an outdoor unit are accounted for." },
        { kind: "verify", id: "check", title: "Check against the passages", criteria: "A statement holds only when the quoted passage by itself says so, about the same building, the same period and the same unit of measure. If the passage concerns a simulation or a different building type, the statement is refuted. If it is silent, say there is not enough information.", onRefuted: "mark" },
        { kind: "synthesize", id: "report", title: "Answer the question", instructions: "Write the answer requirement by requirement. Give ranges, not averages, where the trials disagree, and show both values with their buildings. Whatever the check refuted is mentioned as refuted and not used." },
      ],
      edges: ["trials > check > report", "poor-winters > check", "invoices > check", "overruns > check", "neighbours > check"],
      reportNode: "report",
    },
  ),
  goodPlan(
    "bus-lane-hypothesis",
    {
      question: "Did the bus lanes that were opened in 2023 make buses on the ring road faster?",
      requirements: [
        { id: "travel-times", text: "Travel times before and after the opening", kind: "evidence", isCritical: true },
        { id: "other-causes", text: "Other things that changed in the same period" },
      ],
      scope: { tools: ["query_metrics", "search_sources", "read_source"], collections: ["council-minutes", "timetables"] },
      budget: { maxTokens: 2_500_000, maxCostMicroUsd: 25_000_000, maxMinutes: 120, maxAgents: 20, maxParallel: 4 },
    },
    {
      title: "Bus lanes, before and after",
      strategy: { summary: "One side argues for, one against, one looks at what else moved. A judge who wrote none of it rules.", dimension: "by side of the argument", doneWhen: "The judge has ruled on each argument, and both the best case for and the best case against stand in the answer." },
      nodes: [
        { kind: "agent", id: "for", title: "Case that it worked", covers: ["travel-times"], tools: ["query_metrics", "read_source"], context: { sources: ["timetables"] }, ...limits, instructions: "Build the strongest honest case that buses got faster. Compare the same weekdays and the same hours before and after the opening. Cite each number.", doneWhen: "Peak and off-peak are both compared for every line on the ring road." },
        { kind: "agent", id: "against", title: "Case that it did not", covers: ["travel-times"], tools: ["query_metrics", "read_source"], context: { sources: ["timetables"] }, ...limits, instructions: "Try to refute the idea that the lanes helped. Which lines became slower, or stayed as they were? Is a gain smaller than the variation from one week to the next? Report whatever counts against a benefit, with its figures.", doneWhen: "For every line, the evidence against a gain is given or said to be absent." },
        { kind: "agent", id: "confounders", title: "What else changed", covers: ["other-causes"], tools: ["search_sources", "read_source"], context: { sources: ["council-minutes"] }, ...limits, instructions: "List roadworks, new signals, fare changes and timetable changes in 2022 to 2024 that could move travel times in either direction. Date and quote each from the minutes.", doneWhen: "The minutes of all meetings in those three years have been looked through." },
        { kind: "verify", id: "judge", title: "Judge", criteria: "Does the cited table or minute really support the argument? Watch for other hours, other lines, other years. Unsupported arguments are refuted no matter which side they serve.", votes: 3, onRefuted: "drop" },
        { kind: "synthesize", id: "answer", title: "Answer", instructions: "Say how likely it is that the lanes made the difference. Put the surviving arguments for and against next to each other, and keep contradictions visible." },
      ],
      edges: ["for > judge > answer", "against > judge", "confounders > judge"],
      reportNode: "answer",
    },
  ),
];
