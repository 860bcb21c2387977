import { goodPlan, type GoodPlan } from "../../good-plan.ts";

/** Firm, seat, what it makes, what is peculiar about it. */
const firms = [
  ["alder", "Alder Castings", "Sheffield", "pump housings", "a furnace fire in 2024"], ["brisk", "Brisk Valves", "Leeds", "check valves", "a founder who is leaving"],
  ["corvo", "Corvo Seals", "Porto", "shaft seals", "one customer with most of the turnover"], ["dunlin", "Dunlin Motors", "Riga", "small drives", "a pending patent suit"],
  ["egret", "Egret Coatings", "Gdansk", "anti-corrosion paint", "solvents under new rules"], ["fathom", "Fathom Sensors", "Turku", "pressure sensors", "chips from a single foundry"],
  ["garnet", "Garnet Bearings", "Brescia", "ball bearings", "short-time work since spring"], ["heron", "Heron Cables", "Nantes", "submersible cable", "a merger under way"],
  ["isthmus", "Isthmus Freight", "Trieste", "sea freight", "flags of convenience"], ["juniper", "Juniper Plastics", "Linz", "impellers", "a recycled granulate"],
  ["kestrel", "Kestrel Tools", "Solingen", "cutting inserts", "tungsten from traders"], ["lumen", "Lumen Panels", "Eindhoven", "control panels", "firmware by a freelancer"],
  ["mistral", "Mistral Filters", "Lyon", "filter cloth", "a class action"], ["nimbus", "Nimbus Hydraulics", "Zaragoza", "cylinders", "water rights"],
  ["osprey", "Osprey Forgings", "Ostrava", "flanges", "coal-based heat"], ["plover", "Plover Springs", "Varese", "springs", "a family dispute"],
  ["quill", "Quill Gaskets", "Ghent", "gaskets", "old stock with asbestos"], ["rowan", "Rowan Alloys", "Tampere", "bronze", "scrap of unclear origin"],
  ["sable", "Sable Rubber", "Olomouc", "hoses", "a plant on leased land"], ["tern", "Tern Electronics", "Tallinn", "drives' boards", "export licences"],
  ["umbra", "Umbra Paints", "Bergamo", "primers", "a recent recall"], ["vesper", "Vesper Logistics", "Antwerp", "warehousing", "strikes in the port"],
  ["wren", "Wren Fasteners", "Maribor", "bolts", "forged test certificates at a rival"],
] as const;

const limits = { maxTurns: 10, budget: { maxTokens: 60_000 } };
const web = ["search_web", "fetch_url"];
const archive = ["search_sources", "read_source"];

/** Due diligence over a list, written out firm by firm: 120 nodes. */
export const diligencePlans: GoodPlan[] = [
  goodPlan(
    "supplier-diligence",
    {
      question: "Which of these 23 suppliers can be signed for 2027 without conditions, which with conditions, and which not?",
      requirements: [
        ...firms.map(([id, name, seat]) => ({ id, text: `${name}, ${seat}`, kind: "item" as const, isCritical: true })),
        { id: "sanctions", text: "Owners or banks on a sanctions list", isCritical: true },
      ],
      scope: { tools: [...web, ...archive], domains: ["registers.example.eu", "press.example.eu", "sanctions.example.eu"], collections: ["supplier-files"] },
      budget: { maxTokens: 60_000_000, maxCostMicroUsd: 500_000_000, maxMinutes: 1_500, maxAgents: 200, maxParallel: 12 },
    },
    {
      title: "23 suppliers before signing",
      strategy: {
        summary: "Each supplier gets four readers with different material, one of them a sceptic, and a checker of its own. Sanctions are compared once over all names.",
        dimension: "by supplier",
        alternatives: [{ summary: "One reader for each supplier", whyNot: "Accounts, press and our own files need different tools, and nobody would look for trouble." }],
        doneWhen: "Each of the 23 has checked findings on money, ownership and delivery, its doubts have been pursued, and open points are listed by name.",
      },
      phases: [{ id: "read", title: "Reading" }, { id: "check", title: "Checking" }, { id: "decide", title: "Deciding" }],
      nodes: [
        ...firms.flatMap(([id, name, seat, product, peculiarity]) => [
          { id: `${id}-money`, kind: "agent" as const, phase: "read", title: `${name}: accounts`, covers: [id], instructions: `Take the last three annual accounts of ${name} in ${seat} from registers.example.eu. Report equity, cash flow, auditor's remarks. Figures with year and currency.`, tools: web, context: { maxTokens: 24_000 }, doneWhen: "Three years read, or the missing year named.", ...limits },
          { id: `${id}-owners`, kind: "agent" as const, phase: "read", title: `${name}: owners`, covers: [id, "sanctions"], instructions: `Establish who owns ${name} (${seat}) up to the natural persons, from the register's extracts. Note date of each extract. Unclear links stay unclear.`, tools: web, context: { maxTokens: 24_000 }, doneWhen: "Chain ends at persons or at a gap that is named.", ...limits },
          { id: `${id}-record`, kind: "agent" as const, phase: "read", title: `${name}: record with us`, covers: [id], instructions: `Go through our supplier file on ${name}. How did deliveries of ${product} go: on time, complaints, credit notes? Praise counts as well.`, tools: archive, context: { sources: ["supplier-files"], maxTokens: 24_000 }, doneWhen: "Every document in the file opened.", ...limits },
          { id: `${id}-doubt`, kind: "agent" as const, phase: "read", title: `${name}: doubts`, covers: [id], instructions: `Look for reasons not to sign ${name}. We heard of ${peculiarity}; find out on press.example.eu whether that is true, and whether anything contradicts it. Search for other trouble around ${product} from ${seat}.`, tools: web, context: { maxTokens: 24_000 }, doneWhen: "The rumour is confirmed, denied or left open with the searches made.", ...limits },
          { id: `${id}-check`, kind: "verify" as const, phase: "check", title: `${name}: check`, criteria: `Does the cited extract, article or file support the claim on ${name} and on no namesake? Years, amounts and currency as in the source.`, budget: { maxTokens: 60_000 } },
        ]),
        { id: "sanctions-search", kind: "agent", phase: "read", title: "Sanctions lists", covers: ["sanctions"], instructions: "Compare all owners you receive with the consolidated list on sanctions.example.eu, spelling variants included. Report hits, near hits with what tells them apart, and names cleared.", tools: ["fetch_url"], context: { maxTokens: 120_000 }, maxTurns: 40, budget: { maxTokens: 400_000 }, doneWhen: "Each name received has a result." },
        { id: "sanctions-check", kind: "verify", phase: "check", title: "Hits are the same person?", criteria: "A hit needs a second attribute besides the name (birth date, address, register number) in the quoted entry. Otherwise it is not established.", votes: 3, budget: { maxTokens: 100_000 } },
        { id: "board", kind: "checkpoint", phase: "decide", title: "Purchasing board", asks: "Are the open points acceptable for a recommendation? Send back the suppliers that are not." },
        { id: "all", kind: "join", phase: "decide", title: "All suppliers", waitFor: "all" },
        { id: "memo", kind: "synthesize", phase: "decide", title: "Memo", instructions: "Three groups: sign, sign with conditions, don't sign. Per supplier the strongest reason for and against, and contradictory findings next to each other.", budget: { maxTokens: 250_000 } },
      ],
      edges: [
        ...firms.flatMap(([id]) => [...["money", "owners", "record", "doubt"].map((part) => `${id}-${part} > ${id}-check`), `${id}-owners > sanctions-search`, `${id}-check > all`]),
        "sanctions-search > sanctions-check > all > board > memo",
      ],
      reportNode: "memo",
    },
  ),
];
