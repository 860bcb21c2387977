import { goodPlan, type GoodPlan } from "../good-plan.ts";
import type { NodeInput } from "../../../core/workflow/node.ts";

/** City, and how its archive wants to be read. */
const cities: [string, string, string][] = [
  ["aldmoor", "Aldmoor", "Its yearbooks begin in April, so give the financial year."],
  ["brackwater", "Brackwater", "Figures are printed per district there; add nothing up, cite the districts."],
  ["corvale", "Corvale", "The archive holds two editions of most volumes; the later one prevails."],
  ["dunhaven", "Dunhaven", "Amounts before 2021 are in the former currency and stay so."],
  ["eastmere", "Eastmere", "Begin with the annexes, since the main text only rounds."],
  ["fenwick", "Fenwick", "Many tables are scans: copy digit by digit, and mark what is illegible."],
  ["glasston", "Glasston", "Council and utility report separately here; keep them apart."],
  ["harrow-bay", "Harrow Bay", "A merger in 2022 changed the area, hence name the area each number stands for."],
];

const services: [string, string][] = [
  ["libraries", "how many branches are open, for how many hours, and how many loans they make"],
  ["waste", "what share of household waste is recycled and what a household pays for collection"],
  ["pools", "opening days of public pools, visitors, and the subsidy per visit"],
  ["permits", "median days from a complete application to a building permit"],
  ["childcare", "places for children under three, waiting lists, and fees by income"],
  ["roads", "kilometres resurfaced, and the condition index of main roads"],
  ["parks", "hectares that are maintained, the staff for it, and the trees felled and planted"],
];

const doubts: [string, string, string][] = [
  ["audit", "audit-reports", "Which published figures did the municipal auditor correct or refuse to sign, and which were found to be in order?"],
  ["ombudsman", "ombudsman-files", "What do residents' complaints contradict in the official picture, and what do they bear out?"],
  ["press", "local-press", "Find articles in which a service was closed, delayed or reopened although no yearbook says so."],
  ["definitions", "statistics-notes", "Where does a definition differ from what other towns mean by the same word, so that a comparison would mislead?"],
  ["budgets", "budget-books", "Compare planned with spent amounts; a service that looks cheap may just not have been delivered."],
  ["unions", "staff-surveys", "What do employees say on vacancies and overtime which speaks for or against the reported performance?"],
];

const openings = ["Establish for", "Please determine for", "We need to know about", "Report on", "To be found out for", "Look up, as to", "Your subject is", "Describe, for"];
const limits = { maxTurns: 8, budget: { maxTokens: 35_000 } };

const readers = cities.flatMap(([id, name, advice], city) =>
  services.map(([service, what]): NodeInput => ({
    kind: "agent", id: `${id}-${service}`, title: `${name}: ${service}`, phase: "read", covers: [id, service], tools: ["search_sources", "read_source"], context: { sources: [`${id}-archive`] }, ...limits,
    instructions: `${openings[city]} ${name}: ${what}. ${advice} Each number is quoted with its year.`, doneWhen: `The three latest years are quoted for ${name}, or named as missing.`,
  })),
);

const sceptics = cities.flatMap(([id, name]) =>
  doubts.map(([doubt, source, task], index): NodeInput => ({
    kind: "agent", id: `${id}-${doubt}`, title: `${name}: ${doubt}`, phase: "doubt", covers: [id, services[index]?.[0] ?? "parks"], tools: ["search_sources", "read_source"], context: { sources: [`${id}-${source}`] }, ...limits,
    instructions: `${task} Your place is ${name}.`, doneWhen: `Nothing in these papers of ${name} is unread.`,
  })),
);

const factChecks = cities.map(([id, name], index): NodeInput => ({
  kind: "verify", id: `${id}-check`, title: `${name}: figures`, phase: "check", votes: index % 2 === 0 ? 1 : 2, onRefuted: "mark",
  criteria: `A figure for ${name} is supported when table or sentence show the same number, unit and year. Neighbouring rows refute it.`,
}));

const doubtChecks = ["aldmoor", "corvale", "eastmere", "glasston"].map((first): NodeInput => ({
  kind: "verify", id: `${first}-doubt-check`, title: `Doubts, from ${first} on`, phase: "check", onRefuted: "drop",
  criteria: "Does the passage really put the official figure in question, or confirm it, as is stated? Hearsay in an article proves the hearsay only.",
}));

export const cityPlans: GoodPlan[] = [
  goodPlan(
    "eight-cities",
    {
      question: "Which of the eight cities delivers the seven municipal services best for what it spends, and how far can the figures be trusted?",
      requirements: [
        ...cities.map(([id, text]) => ({ id, text, kind: "item" as const, isCritical: true })),
        ...services.map(([id, text]) => ({ id, text })),
      ],
      scope: { tools: ["search_sources", "read_source"], collections: cities.flatMap(([id]) => [`${id}-archive`, ...doubts.map(([, source]) => `${id}-${source}`)]) },
      budget: { maxTokens: 40_000_000, maxCostMicroUsd: 400_000_000, maxMinutes: 900, maxAgents: 400, maxParallel: 16 },
    },
    {
      title: "Eight cities, seven services",
      strategy: { summary: "A grid of city by service gives the figures; six sceptics per city try to shake them; both are checked apart from each other.", dimension: "city x service, city x doubt", alternatives: [{ summary: "One agent per service for all cities", whyNot: "It would average away how each archive counts." }], doneWhen: "Each cell of the grid holds a confirmed figure or the word missing, and each doubt has been ruled on." },
      phases: [{ id: "read", title: "Figures" }, { id: "doubt", title: "Doubts" }, { id: "check", title: "Checks" }, { id: "write", title: "Comparison" }],
      nodes: [
        ...readers, ...sceptics, ...factChecks, ...doubtChecks,
        { kind: "join", id: "all-checked", title: "All checks are in", phase: "check" },
        { kind: "checkpoint", id: "editors", title: "Editors look at the grid", phase: "write", asks: "Is the grid full enough to compare the cities, and which gaps must the text mention?" },
        { kind: "synthesize", id: "comparison", title: "Comparison", phase: "write", instructions: "Rank the cities per service with the confirmed figures, strengths before weaknesses and as long. Give the doubts next to the figure they concern. Contradictory sources are both cited; refuted figures are shown struck out." },
        { kind: "verify", id: "spare-check", title: "Cross-check of outliers", phase: "check", votes: 3, onRefuted: "mark", criteria: "Reread the quotations of the highest and of the lowest figure per service: is it the same unit as in the other cities? If the quotation leaves that open, say not enough information." },
      ],
      edges: [
        ...cities.flatMap(([id]) => services.map(([service]) => `${id}-${service} > ${id}-check`)),
        ...cities.map(([id]) => `${id}-check > spare-check`),
        ...cities.flatMap(([id], index) => doubts.map(([doubt]) => `${id}-${doubt} > ${cities[index - (index % 2)]?.[0]}-doubt-check`)),
        ...["aldmoor", "corvale", "eastmere", "glasston"].map((id) => `${id}-doubt-check > all-checked`),
        "spare-check > all-checked > editors > comparison",
      ],
      reportNode: "comparison",
    },
  ),
];
