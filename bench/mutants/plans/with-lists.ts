import { goodPlan } from "../good-plan.ts";

const listOf = (name: string) => ({ as: "json" as const, schema: { type: "object", properties: { [name]: { type: "array", items: { type: "object", properties: { name: { type: "string" } }, required: ["name"] } } }, required: [name], additionalProperties: false } });

/** Plans that do one thing for each of many. */
export const listPlans = [
  goodPlan(
    "due diligence",
    {
      question: "Which of our twelve suppliers are exposed to the new tariff, and how much?",
      requirements: [...Array.from({ length: 12 }, (_, index) => ({ id: `s${index + 1}`, text: `Supplier number ${index + 1}`, kind: "item" as const })), { id: "total", text: "The exposure in total", isCritical: true }],
      scope: { tools: ["search_sources", "read_source"], collections: ["contracts", "tariff"] },
    },
    {
      title: "Tariff exposure",
      phases: [{ id: "read", title: "Read" }, { id: "judge", title: "Judge" }],
      strategy: { summary: "One worker per supplier: contracts differ, and a clause of one must not slip into another.", doneWhen: "Each supplier has an exposure with the clause it rests on, and the total is their sum." },
      nodes: [
        { kind: "agent", id: "list", title: "List the suppliers", phase: "read", instructions: "List the suppliers as the contracts name them, each once.", covers: ["total"], tools: ["search_sources"], context: { sources: ["contracts"], requirements: "all" }, output: listOf("suppliers"), maxTurns: 4 },
        { kind: "map", id: "each", title: "Each supplier", phase: "read", items: "inputs.list.suppliers", itemKey: "item.name", maxItems: 12, concurrency: 4, covers: Array.from({ length: 12 }, (_, index) => `s${index + 1}`) },
        { kind: "agent", id: "clause", title: "Exposure of one supplier", parent: "each", instructions: "Find which goods this supplier ships, under which tariff position they fall, and who pays by contract. Quote the clause.", covers: Array.from({ length: 12 }, (_, index) => `s${index + 1}`), tools: ["search_sources", "read_source"], context: { sources: ["contracts", "tariff"] }, maxTurns: 8 },
        { kind: "verify", id: "second", title: "Second look", parent: "each", criteria: "The clause that is quoted has to say who pays. Goods must fall under the position by its own wording." },
        { kind: "agent", id: "sum", title: "Add up", phase: "judge", instructions: "Add the exposures up, by currency. Say which supplier has none and why.", covers: ["total"], context: { requirements: "all" }, maxTurns: 3 },
        { kind: "verify", id: "recount", title: "Recount", phase: "judge", criteria: "Recount the sum from the single exposures. Each has to be there once." },
        { kind: "synthesize", id: "report", title: "Report", phase: "judge", instructions: "The total first, then a row per supplier with its clause. Keep open what the contracts leave open." },
      ],
      edges: ["list > each", "clause > second", "each > sum > recount > report", "each > recount"],
      reportNode: "report",
    },
  ),
  goodPlan(
    "data extraction",
    { question: "Extract party, amount and due date of every invoice in the archive.", requirements: [{ id: "rows", text: "One row per invoice", kind: "item", isCritical: false }], scope: { tools: ["read_source", "search_sources"], collections: ["invoices"] }, budget: { maxAgents: 300, maxTokens: 3_000_000, maxMinutes: 90, maxParallel: 12 } },
    {
      title: "Invoices to rows",
      strategy: { summary: "One small worker per invoice, two readings of each amount.", doneWhen: "Every invoice has one row, and each amount was read twice with the same result or is marked." },
      nodes: [
        { kind: "agent", id: "inventory", title: "Inventory", instructions: "Name every invoice in the archive with its file name.", tools: ["search_sources"], context: { sources: ["invoices"] }, output: listOf("invoices"), maxTurns: 6, budget: { maxTokens: 40_000 } },
        { kind: "map", id: "per-invoice", title: "Per invoice", items: "inputs.inventory.invoices", itemKey: "item.name", maxItems: 120, concurrency: 12, covers: ["rows"], onItemError: "keep" },
        { kind: "agent", id: "extract", title: "Read the fields", parent: "per-invoice", instructions: "Copy the party, the amount with its currency, and the due date as they are printed.", covers: ["rows"], tools: ["read_source"], context: { sources: ["invoices"] }, maxTurns: 3, budget: { maxTokens: 8_000, maxMinutes: 2 } },
        { kind: "verify", id: "reread", title: "Read the amount again", criteria: "The amount and the date must stand in the invoice exactly as in the row; a different figure refutes the row.", budget: { maxTokens: 200_000, maxMinutes: 5 } },
        { kind: "synthesize", id: "rows", title: "Rows", instructions: "One row per invoice, those that could not be read at the end." },
      ],
      edges: ["inventory > per-invoice > reread > rows"],
      reportNode: "rows",
    },
  ),
  goodPlan(
    "large review",
    { question: "Which of our forty policies contradict the new standard?", requirements: Array.from({ length: 36 }, (_, index) => ({ id: `p${index}`, text: `Chapter ${index + 1} of the standard` })), scope: { tools: ["search_sources"], collections: ["policies", "standard"] }, budget: { maxAgents: 120, maxTokens: 6_000_000, maxMinutes: 120, maxParallel: 10 } },
    {
      title: "Policies against the standard",
      strategy: { summary: "By chapter of the standard; three chapters share a check.", doneWhen: "Each chapter has a verdict per policy it touches, with both passages." },
      nodes: [
        ...Array.from({ length: 36 }, (_, index) => [
          { kind: "agent" as const, id: `chapter-${index}`, title: `Chapter ${index + 1}`, instructions: `Read chapter ${index + 1} of the standard, then look for policies that say otherwise. Quote the sentence of the standard and the sentence of the policy.`, covers: [`p${index}`], tools: ["search_sources"], context: { sources: ["policies", "standard"] }, maxTurns: 8, budget: { maxTokens: 60_000, maxMinutes: 4 } },
          { kind: "agent" as const, id: `gaps-${index}`, title: `Gaps of chapter ${index + 1}`, instructions: `You receive what was found for chapter ${index + 1}. Look for sections of it that no policy treats at all.`, covers: [`p${index}`], tools: ["search_sources"], context: { sources: ["policies", "standard"] }, maxTurns: 5, budget: { maxTokens: 30_000, maxMinutes: 3 } },
        ]).flat(),
        ...Array.from({ length: 12 }, (_, group) => ({ kind: "verify" as const, id: `check-${group}`, title: `Check group ${group + 1}`, criteria: "Both quoted sentences must be there, and they must not be able to hold at once.", budget: { maxTokens: 40_000, maxMinutes: 3 } })),
        { kind: "join", id: "all", title: "All chapters" },
        { kind: "synthesize", id: "matrix", title: "Matrix", instructions: "A row per policy, a column per chapter; every cell that isn't empty with both quotes." },
      ],
      edges: [...Array.from({ length: 36 }, (_, index) => `chapter-${index} > gaps-${index} > check-${index % 12}`), ...Array.from({ length: 36 }, (_, index) => `chapter-${index} > check-${index % 12}`), ...Array.from({ length: 12 }, (_, group) => `check-${group} > all`), "all > matrix"],
      reportNode: "matrix",
    },
  ),
];
