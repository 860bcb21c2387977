import { goodPlan } from "../good-plan.ts";

const careful = "A claim counts as supported only if the quoted passage says it; numbers, names and dates must be the same. Mark what the passage contradicts as refuted and what it leaves open as undecided.";

/** Plans that fit on one screen. */
export const shortPlans = [
  goodPlan(
    "one question, one reader",
    { question: "Which limits does the export have, and can they be raised?", requirements: [{ id: "limits", text: "The limits of the export and how to raise them" }], scope: { tools: ["search_sources"], collections: ["manual"] } },
    {
      title: "Limits of the export",
      strategy: { summary: "The manual treats the export in two chapters, so two people read.", doneWhen: "Every limit has a number with a quote, and it is said for each whether it can be raised." },
      nodes: [
        { kind: "agent", id: "read", title: "Stated limits", instructions: "Find every limit of the export that the manual states, with its unit, and whether a setting raises it. Quote the sentence.", covers: ["limits"], tools: ["search_sources"], context: { sources: ["manual"] }, maxTurns: 6 },
        { kind: "verify", id: "check", title: "Check the limits", criteria: careful },
        { kind: "synthesize", id: "answer", title: "Answer", instructions: "List the limits, the tightest first, each with its quote." },
      ],
      edges: ["read > check > answer"],
      reportNode: "answer",
    },
  ),
  goodPlan(
    "hypothesis",
    { question: "Does the new onboarding reduce support tickets?", requirements: [{ id: "effect", text: "The effect on tickets", isCritical: true }, { id: "other", text: "What else changed in the same weeks" }], scope: { tools: ["query_metrics", "list_tickets"], collections: [] } },
    {
      title: "Onboarding and tickets",
      strategy: { summary: "One looks for the drop, one for what would explain it otherwise, so that neither tones the other down.", doneWhen: "The effect has a number with its spread, and each rival explanation is ruled in or out by data." },
      nodes: [
        { kind: "agent", id: "drop", title: "Measure the drop", instructions: "Compare tickets per new account before and after the release, by week, with the spread between weeks.", covers: ["effect"], tools: ["query_metrics"], maxTurns: 8 },
        { kind: "agent", id: "rivals", title: "Rival explanations", instructions: "Look for anything else in these weeks that would explain fewer tickets: seasons, pricing, a closed form. Collect what speaks against the onboarding as the cause.", covers: ["other", "effect"], tools: ["query_metrics", "list_tickets"], maxTurns: 8 },
        { kind: "verify", id: "check", title: "Recompute", criteria: "Recompute each number from the query it cites. A cause is supported only if the data rule the others out." },
        { kind: "synthesize", id: "memo", title: "Memo", instructions: "Begin with yes, no or unclear. Show both readings with their numbers." },
      ],
      edges: ["drop > check", "rivals > check", "check > memo"],
      reportNode: "memo",
    },
  ),
  goodPlan(
    "comparison",
    { question: "How do the three message queues differ in delivery guarantees, operations and cost?", requirements: ["guarantees", "operations", "cost"].map((id) => ({ id, text: `Differences in ${id}` })), scope: { tools: ["search_sources", "read_source"], collections: ["queue-docs", "price-lists"] } },
    {
      title: "Three message queues",
      strategy: { summary: "By aspect, so that one person reads all three with the same eyes.", doneWhen: "Each aspect has a claim for each of the three queues, or the table says that the documents are silent." },
      nodes: [
        { kind: "agent", id: "guarantees", title: "Delivery guarantees", instructions: "For each of the three queues find which delivery it promises, and under which settings the promise falls.", covers: ["guarantees"], tools: ["search_sources", "read_source"], context: { sources: ["queue-docs"] }, maxTurns: 10 },
        { kind: "agent", id: "operations", title: "Operations", instructions: "Find what it takes to run each queue: processes, storage, upgrades, monitoring. Prefer the chapters for operators.", covers: ["operations"], tools: ["search_sources", "read_source"], context: { sources: ["queue-docs"] }, maxTurns: 10 },
        { kind: "agent", id: "cost", title: "Cost", instructions: "Read the price lists and work out what a million messages a day costs with each, and what that leaves out.", covers: ["cost"], tools: ["read_source"], context: { sources: ["price-lists"] }, maxTurns: 10 },
        { kind: "join", id: "all", title: "All aspects" },
        { kind: "verify", id: "check", title: "Check against the documents", criteria: careful, votes: 3 },
        { kind: "synthesize", id: "table", title: "Table", instructions: "One row per aspect, one column per queue. Where documents disagree, show both with their dates." },
      ],
      edges: ["guarantees > all", "operations > all", "cost > all", "all > check > table"],
      reportNode: "table",
    },
  ),
  goodPlan(
    "deutsch",
    { question: "Welche Pflichten hat der Betreiber nach dem neuen Gesetz, und ab wann?", requirements: [{ id: "pflichten", text: "Die Pflichten", isCritical: true }, { id: "fristen", text: "Die Fristen" }], scope: { tools: ["search_sources"], collections: ["gesetz"] } },
    {
      title: "Pflichten des Betreibers",
      strategy: { summary: "Pflichten und Fristen stehen in verschiedenen Abschnitten.", doneWhen: "Jede Pflicht hat eine Fundstelle und eine Frist, oder es steht da, dass das Gesetz keine nennt." },
      nodes: [
        { kind: "agent", id: "pflichten", title: "Pflichten", instructions: "Suche alle Pflichten des Betreibers und zitiere den Absatz wörtlich.", covers: ["pflichten"], tools: ["search_sources"], context: { sources: ["gesetz"] }, maxTurns: 8 },
        { kind: "agent", id: "fristen", title: "Fristen", instructions: "Suche die Übergangsvorschriften und ordne jede Frist einer Pflicht zu.", covers: ["fristen", "pflichten"], tools: ["search_sources"], context: { sources: ["gesetz"] }, maxTurns: 8 },
        { kind: "verify", id: "pruefung", title: "Prüfung", criteria: "Eine Aussage ist belegt, wenn der zitierte Absatz sie trägt; sonst ist sie offen oder widerlegt." },
        { kind: "synthesize", id: "bericht", title: "Bericht", instructions: "Eine Zeile je Pflicht, mit Frist und Fundstelle." },
      ],
      edges: ["pflichten > pruefung", "fristen > pruefung", "pruefung > bericht"],
      reportNode: "bericht",
    },
  ),
];
