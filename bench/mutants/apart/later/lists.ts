import { goodPlan, type GoodPlan } from "../../good-plan.ts";

const limits = { maxTurns: 12, budget: { maxTokens: 80_000 } };
const items = 'brief.requirements.filter(r, r.kind == "item")';
const vendors = [["orla", "Orla Archive"], ["tessel", "Tessel Box"], ["quarry", "Quarry DMS"], ["pelican", "Pelican Files"], ["norden", "Norden Vault"]] as const;
const plants = ["aarhus", "bilbao", "cork", "dresden", "evora", "ferrara", "graz", "hasselt"];

/** Plans with a map over the brief's own list. */
export const listPlans: GoodPlan[] = [
  goodPlan(
    "vendor-comparison",
    {
      question: "Which of these five document archives suits a law office with 40 seats, and why not the others?",
      requirements: [
        ...vendors.map(([id, text]) => ({ id, text, kind: "item" as const, isCritical: true })),
        { id: "price", text: "Price for 40 seats over three years" },
        { id: "security", text: "Encryption, place of storage, certificates" },
        { id: "exit", text: "How documents get out again" },
      ],
      scope: { tools: ["search_web", "fetch_url"], domains: ["orla.example", "tessel.example", "quarry.example", "pelican.example", "norden.example", "forum.example"] },
      budget: { maxTokens: 5_000_000, maxCostMicroUsd: 40_000_000, maxMinutes: 240, maxAgents: 50 },
    },
    {
      title: "Five archives, one law office",
      strategy: { summary: "Same questions for each vendor; what they promise and what users report are asked by different people.", dimension: "by vendor, within it by voice", doneWhen: "For each vendor price, security and exit are either quoted from a page or recorded as not published, and at least one critical voice was sought." },
      nodes: [
        {
          id: "vendor", kind: "map", title: "Each vendor", items, itemKey: "item.id", maxItems: 5, concurrency: 3, covers: vendors.map(([id]) => id),
        },
        { id: "promise", kind: "agent", parent: "vendor", title: "What the vendor states", covers: [...vendors.map(([id]) => id), "price", "security", "exit"], instructions: "You are given one vendor as the item. Go to its own site. Find: (1) what 40 seats cost over three years, (2) how and where documents are stored, (3) how they can be exported. You quote; you never estimate a price.", tools: ["search_web", "fetch_url"], context: { maxTokens: 30_000 }, doneWhen: "All three answered or recorded as not published.", ...limits },
        { id: "complaint", kind: "agent", parent: "vendor", title: "What users object to", covers: [...vendors.map(([id]) => id), "security", "exit"], instructions: "You are given one vendor as the item. You only care for trouble: breaches, price rises after the first year, exports that failed. Search forum.example and the vendor's incident pages. If you find no trouble, name the searches you made.", tools: ["search_web", "fetch_url"], context: { maxTokens: 30_000 }, doneWhen: "Three differently worded searches done.", ...limits },
        { id: "proof", kind: "verify", parent: "vendor", title: "Page supports it?", criteria: "Confirm only what the quoted page states about this vendor and this product edition. Refute numbers whose unit, period or seat count differs from the claim.", budget: { maxTokens: 80_000 } },
        { id: "advice", kind: "synthesize", title: "Advice", instructions: "You compare the five on price, security and exit, name your pick and the strongest argument against it. You leave contradictions between vendor and users visible.", budget: { maxTokens: 90_000 } },
      ],
      edges: ["promise > proof", "complaint > proof", "vendor > advice"],
      reportNode: "advice",
    },
  ),
  goodPlan(
    "energy-extraction",
    {
      question: "Extract electricity, gas and water use of 2025 from the environmental statements of the eight plants.",
      requirements: [
        ...plants.map((id) => ({ id, text: `Environmental statement of ${id}`, kind: "item" as const, isCritical: true })),
        { id: "units", text: "Units and reporting period of each figure" },
      ],
      scope: { tools: ["search_sources", "read_source"], collections: ["environmental-statements"] },
      budget: { maxTokens: 6_000_000, maxCostMicroUsd: 50_000_000, maxMinutes: 240, maxAgents: 60 },
    },
    {
      title: "Consumption figures of eight plants",
      strategy: { summary: "Figures are taken from tables and, separately, from text and notes; a third party compares both with the page.", dimension: "by plant, within it by place in the document", doneWhen: "For every plant three figures with unit and period are backed by a quoted cell or sentence, or the figure is reported as not stated." },
      nodes: [
        { id: "plant", kind: "map", title: "Per plant", items, itemKey: "item.id", maxItems: 8, concurrency: 4, covers: plants },
        { id: "tables", kind: "agent", parent: "plant", title: "Figures from tables", covers: [...plants, "units"], instructions: "For the plant that is the current item, all tables of its statement are gone through. Electricity, gas and water are taken over exactly as printed, with row, column and unit. No conversion is made.", tools: ["search_sources", "read_source"], context: { sources: ["environmental-statements"], maxTokens: 30_000 }, doneWhen: "Every table of the statement was looked at.", ...limits },
        { id: "prose", kind: "agent", parent: "plant", title: "Figures from text and notes", covers: [...plants, "units"], instructions: "For the plant that is the current item, running text, captions and footnotes are read; tables are left aside. Whatever is said there on use of energy and water, on corrections of earlier years or on a different reporting period is quoted.", tools: ["search_sources", "read_source"], context: { sources: ["environmental-statements"], maxTokens: 30_000 }, doneWhen: "All pages were read apart from the tables.", ...limits },
        { id: "compare", kind: "verify", parent: "plant", title: "Compared with the page", criteria: "The figure, its unit, its plant and its period are the same in the quoted cell or sentence. A figure that a footnote corrects is refuted.", votes: 2, onRefuted: "send-back", budget: { maxTokens: 80_000 } },
        { id: "sheet", kind: "synthesize", title: "Overview", instructions: "One line per plant and medium: figure, unit, period, where it stands. If table and text differ, both are listed.", budget: { maxTokens: 80_000 } },
      ],
      edges: ["tables > compare", "prose > compare", "plant > sheet"],
      reportNode: "sheet",
    },
  ),
];
