import { goodPlan, type GoodPlan } from "../good-plan.ts";

const list = {
  type: "object",
  properties: { suppliers: { type: "array", items: { type: "object", properties: { id: { type: "string" }, name: { type: "string" } }, required: ["id", "name"] } }, stated: { type: "integer" } },
  required: ["suppliers", "stated"],
};

/** Due diligence over a list; second person, the list confirmed by a person before the fan-out. */
export const supplierPlans: GoodPlan[] = [
  goodPlan(
    "supplier",
    {
      question: "For each of the suppliers in our register: what would make us regret signing the framework contract, and what speaks for them?",
      requirements: [
        { id: "finances", text: "Whether the supplier is likely to be solvent in two years, per supplier", isCritical: true },
        { id: "sanctions", text: "Sanctions, court cases, recalls, per supplier", isCritical: true },
        { id: "merits", text: "What speaks for the supplier: record with us, references, certificates" },
      ],
      scope: { tools: ["search_sources", "read_source", "search_web", "fetch_url"], collections: ["supplier-register", "annual-accounts"], domains: ["register.example.org", "courts.example.org"] },
      budget: { maxTokens: 120_000_000, maxCostMicroUsd: 1_200_000_000, maxMinutes: 900, maxAgents: 400, maxParallel: 6 },
    },
    {
      title: "Due diligence of all registered suppliers",
      strategy: {
        summary: "You list everyone, a person confirms the list, then each supplier gets a sceptic and an advocate who don't talk to each other, and an independent check.",
        dimension: "by supplier, inside it by side",
        alternatives: [{ summary: "By risk type across all suppliers", whyNot: "Whoever reads forty balance sheets in a row stops seeing the fortieth." }],
        doneWhen: "Each confirmed supplier has checked statements on solvency, on sanctions and on its merits, or a named reason why nothing could be found; the counts of suppliers in and out agree.",
      },
      nodes: [
        {
          id: "roll",
          kind: "agent",
          title: "Roll of suppliers",
          rationale: "The fan-out is only as complete as this.",
          instructions: "You go through the register page by page until there is no next page. Write down id and name of each supplier, including suspended ones. The register states its own number of entries: put it in 'stated'. If yours differs, look again before you answer.",
          context: { sources: ["supplier-register"], maxTokens: 20_000 },
          tools: ["search_sources", "read_source"],
          output: { as: "json", schema: list },
          maxTurns: 20,
          doneWhen: "The length of your list equals the number the register states.",
        },
        { id: "agreed", kind: "checkpoint", title: "Is this everyone?", rationale: "Forty workers depend on it.", asks: "Compare the roll with what procurement knows. Add who is missing, then approve." },
        {
          id: "each",
          kind: "map",
          title: "Each supplier",
          rationale: "Same questions to all, one at a time.",
          covers: ["finances", "sanctions", "merits"],
          items: "inputs.agreed.suppliers",
          itemKey: "item.id",
          maxItems: 45,
          concurrency: 3,
          onItemError: "keep",
        },
        {
          id: "sceptic",
          parent: "each",
          kind: "agent",
          title: "Sceptic",
          rationale: "Looks for the regret.",
          covers: ["finances", "sanctions"],
          instructions: "You are looking at {{item.name}} alone. What could go wrong within two years? Read its last three accounts: liquidity, auditor's remarks, pledges. Look for sanctions, suits and recalls. Quote what you rely on; a rumour without a source is not a finding.",
          context: { sources: ["annual-accounts", "supplier-register"], maxTokens: 20_000 },
          tools: ["search_sources", "read_source", "search_web", "fetch_url"],
          maxTurns: 15,
          doneWhen: "You have quoted three years of accounts or said which year you could not get.",
        },
        {
          id: "advocate",
          parent: "each",
          kind: "agent",
          title: "Advocate",
          rationale: "Looks for what the sceptic leaves out.",
          covers: ["merits", "finances", "sanctions"],
          instructions: "You speak for {{item.name}}. Which evidence shows that it delivers, pays its debts, settled or won its cases? Quote deliveries from the register, certificates with dates, discontinued proceedings. Don't argue, show.",
          context: { sources: ["annual-accounts", "supplier-register"], maxTokens: 20_000 },
          tools: ["search_sources", "read_source", "fetch_url"],
          maxTurns: 15,
          doneWhen: "You have looked at the record with us, the certificates and the outcome of each case.",
        },
        {
          id: "doubt",
          parent: "each",
          kind: "verify",
          title: "Independent check",
          rationale: "Neither sceptic nor advocate may grade themselves.",
          criteria: "For each statement: is it about this legal entity and not a namesake, does the quoted passage bear it out, and is it still true today according to its date? Contradicted: refuted. Silent: not enough.",
          onRefuted: "mark",
        },
        {
          id: "dossier",
          kind: "synthesize",
          title: "Dossier",
          rationale: "For the purchasing board.",
          instructions: "One section per supplier in the order of the roll; risks and merits in two columns. If the sceptic and the advocate contradict one another, the board sees both quotes. Suppliers whose check failed are named in a section of their own.",
        },
      ],
      edges: ["roll > agreed > each > dossier", "sceptic > doubt", "advocate > doubt"],
      reportNode: "dossier",
    },
  ),
];
