import { goodPlan, type GoodPlan } from "../good-plan.ts";

const suppliers = ["Arvenne Castings", "Boreal Fasteners", "Cintra Coatings", "Dunmore Bearings", "Elstow Wire"];
const idOf = (name: string) => name.toLowerCase().replaceAll(" ", "-");

export const dueDiligencePlans: GoodPlan[] = [
  goodPlan(
    "supplier-due-diligence",
    {
      question: "For each of the five suppliers: are there financial, legal or labour risks that should keep us from signing a three-year contract?",
      requirements: [
        ...suppliers.map((name) => ({ id: idOf(name), text: name, kind: "item" as const, isCritical: true })),
        { id: "solvency", text: "Signs of financial trouble in the last three accounts" },
        { id: "litigation", text: "Pending or recent court cases" },
        { id: "labour", text: "Labour inspections and their outcome" },
      ],
      scope: { tools: ["search_sources", "read_source"], collections: ["annual-accounts", "court-register", "inspection-reports"] },
      budget: { maxTokens: 6_000_000, maxCostMicroUsd: 60_000_000, maxMinutes: 240, maxAgents: 60, maxParallel: 5 },
    },
    {
      title: "Due diligence on five suppliers",
      strategy: {
        summary: "Each supplier is examined separately by three specialists, none of whom sees the others' work; a checker rules within the file of the supplier.",
        dimension: "by supplier, then by kind of risk",
        alternatives: [{ summary: "One analyst per supplier", whyNot: "A single impression would colour all three kinds of risk." }],
        doneWhen: "For all five suppliers there is a checked finding or a checked absence under each kind of risk.",
      },
      nodes: [
        { kind: "map", id: "suppliers", title: "Each supplier", items: JSON.stringify(suppliers), itemKey: "item", maxItems: 5, concurrency: 3, onItemError: "keep" },
        { kind: "agent", id: "accounts", title: "Accounts", parent: "suppliers", covers: ["solvency", ...suppliers.map(idOf)], tools: ["search_sources", "read_source"], context: { sources: ["annual-accounts"] }, maxTurns: 12, budget: { maxTokens: 60_000 }, instructions: "You are an accountant. Open the last three annual accounts of the supplier at hand. Report equity, operating cash flow, covenant breaches and remarks of the auditor, the reassuring ones included. Each figure comes with the line it was taken from.", doneWhen: "Three years were read, or the missing year is named." },
        { kind: "agent", id: "courts", title: "Courts", parent: "suppliers", covers: ["litigation", ...suppliers.map(idOf)], tools: ["search_sources", "read_source"], context: { sources: ["court-register"] }, maxTurns: 12, budget: { maxTokens: 60_000 }, instructions: "You are a paralegal. Search the court register under the supplier's present and former names. Per case: who sued, over what, what amount, how it stands. Cases that the supplier won belong in the answer too.", doneWhen: "All pages of hits under each name have been turned." },
        { kind: "agent", id: "inspections", title: "Inspections", parent: "suppliers", covers: ["labour", ...suppliers.map(idOf)], tools: ["search_sources", "read_source"], context: { sources: ["inspection-reports"] }, maxTurns: 12, budget: { maxTokens: 60_000 }, instructions: "You are a former labour inspector. Which plants of this supplier were inspected, when, with what outcome? Distinguish violations from recommendations; quote the inspector's own words.", doneWhen: "Every plant has a latest inspection or is listed as never inspected." },
        { kind: "verify", id: "file-check", title: "Check the file", parent: "suppliers", criteria: "Is the quoted document about this very company, and not a namesake or a subsidiary? Does it say what the statement says, for the stated year? Otherwise the statement is refuted.", onRefuted: "mark" },
        { kind: "checkpoint", id: "buyer", title: "Purchasing reads the files", asks: "Do the five files contain anything that has to be followed up before we recommend?" },
        { kind: "synthesize", id: "memo", title: "Memo", instructions: "Write a memo with one section per supplier: for signing, against signing, open points. A supplier whose file failed gets a section that says so. Do not smooth over disagreements between documents." },
      ],
      edges: ["accounts > file-check", "courts > file-check", "inspections > file-check", "suppliers > buyer > memo"],
      reportNode: "memo",
    },
  ),
];
