import { goodPlan, type GoodPlan } from "../good-plan.ts";

export const extractionPlans: GoodPlan[] = [
  goodPlan(
    "lease-extraction",
    {
      question: "Which rent, term, notice period and index clause does each lease in the collection contain?",
      requirements: [
        { id: "all-leases", text: "Every lease of the collection, without exception", kind: "item", isCritical: true },
        { id: "money-terms", text: "Rent and index clause" },
        { id: "time-terms", text: "Term and notice period" },
      ],
      scope: { tools: ["search_sources", "read_source"], collections: ["leases"] },
      budget: { maxTokens: 20_000_000, maxCostMicroUsd: 150_000_000, maxMinutes: 600, maxAgents: 500, maxParallel: 8 },
    },
    {
      title: "Terms of all leases",
      strategy: { summary: "Leases are enumerated, then counted a second time by another route, and each is extracted by two readers with different duties.", dimension: "by document", alternatives: [{ summary: "Ask questions of the whole collection at once", whyNot: "Documents that rank low would never be opened." }], doneWhen: "The number of leases with confirmed terms plus the number of named failures equals the number of leases listed." },
      nodes: [
        { kind: "agent", id: "register", title: "Register of leases", covers: ["all-leases"], tools: ["search_sources"], context: { sources: ["leases"] }, maxTurns: 30, budget: { maxTokens: 60_000 }, output: { as: "json", schema: { type: "object", required: ["leases"], properties: { leases: { type: "array", items: { type: "object", required: ["id", "title"], properties: { id: { type: "string" }, title: { type: "string" } } } }, total: { type: "integer" } } } }, instructions: "The identifiers and titles of all documents in the collection that are leases are to be listed. The result pages must be followed until the last one is reached; amendments are to be entered as documents in their own right.", doneWhen: "The last page was reached and the total stated by the search equals the length of the list." },
        { kind: "checkpoint", id: "count-seen", title: "Somebody looks at the count", asks: "Does the number of leases agree with the number in your own ledger?" },
        { kind: "map", id: "each-lease", title: "Each lease", items: "inputs.listed.leases", itemKey: "item.id", maxItems: 120, concurrency: 8, onItemError: "keep" },
        { kind: "agent", id: "money", title: "Money terms", parent: "each-lease", covers: ["money-terms", "all-leases"], tools: ["read_source"], context: { sources: ["leases"] }, maxTurns: 6, budget: { maxTokens: 30_000 }, instructions: "The rent and the index clause of this lease are to be extracted, each with the sentence in which it stands. Where an amendment has replaced an amount, both amounts are to be given.", doneWhen: "Rent and index clause are quoted or reported as absent." },
        { kind: "agent", id: "time", title: "Time terms", parent: "each-lease", covers: ["time-terms", "all-leases"], tools: ["read_source"], context: { sources: ["leases"] }, maxTurns: 6, budget: { maxTokens: 30_000 }, instructions: "From the lease in front of you: first day, last day, options to extend, notice periods of either party. Dates are copied as they are printed.", doneWhen: "Every date and period has its clause, or its absence is noted." },
        { kind: "verify", id: "reread", title: "Reread", parent: "each-lease", criteria: "The quoted clause is read without the extracted value in mind; then both are compared. A value which cannot be derived from the clause is refuted.", onRefuted: "drop" },
        { kind: "checkpoint", id: "sample", title: "A sample is compared", asks: "Do the terms of ten leases, drawn by you, agree with the paper originals?" },
        { kind: "synthesize", id: "table", title: "Table of terms", instructions: "A table is produced with one row per lease in the order received. Empty cells are marked as not found; leases that failed are listed by name beneath it. Conflicting amounts are shown side by side." },
      ],
      edges: ["register > count-seen", "count-seen > each-lease as listed", "money > reread", "time > reread", "each-lease > sample > table"],
      reportNode: "table",
    },
  ),
];
