import { goodPlan, type GoodPlan } from "../../good-plan.ts";

const limits = { maxTurns: 12, budget: { maxTokens: 70_000 } };
const record = { type: "object", properties: { id: { type: "string" }, title: { type: "string" } }, required: ["id", "title"] };

/** Plans that gather a list themselves, completely, and go through it. */
export const screeningPlans: GoodPlan[] = [
  goodPlan(
    "literature-screening",
    {
      question: "Which studies in our library on hearing loss and fall risk in people over 65 meet the inclusion criteria (cohort design, at least 200 participants, follow-up of a year)?",
      requirements: [
        { id: "included", text: "Studies that meet all criteria", isCritical: true },
        { id: "excluded", text: "Excluded studies with the criterion they miss", isCritical: true },
      ],
      scope: { tools: ["search_sources", "read_source"], collections: ["geriatrics"] },
      budget: { maxTokens: 30_000_000, maxCostMicroUsd: 200_000_000, maxMinutes: 900, maxAgents: 400, maxParallel: 8 },
    },
    {
      title: "Screening: hearing loss and falls",
      strategy: { summary: "• search until dry • two readers per study with opposite tasks • checker decides on quotes", dimension: "by study", doneWhen: "Search terms are exhausted and each record found is included or excluded with a quoted criterion." },
      phases: [{ id: "search", title: "Search" }, { id: "screen", title: "Screen" }],
      nodes: [
        { id: "rounds", kind: "loop", phase: "search", title: "Search rounds", until: "size(previous.untried) == 0", maxIterations: 5 },
        { id: "seek", kind: "agent", parent: "rounds", title: "Search", covers: ["included"], instructions: "• Search the library with synonyms of hearing loss and of falls.\n• Return ALL records, those of earlier rounds included; drop duplicates only.\n• Put search terms you thought of and have not tried yet into `untried`.\n• Do not judge records here.", tools: ["search_sources"], context: { sources: ["geriatrics"], maxTokens: 40_000 }, output: { as: "json", schema: { type: "object", properties: { records: { type: "array", items: record }, untried: { type: "array", items: { type: "string" } } }, required: ["records", "untried"] } }, doneWhen: "No untried term is left.", ...limits },
        { id: "study", kind: "map", phase: "screen", title: "Each record", items: "inputs.found.records", itemKey: "item.id", maxItems: 80, concurrency: 8, covers: ["included", "excluded"] },
        { id: "argue-in", kind: "agent", parent: "study", title: "Case for inclusion", covers: ["included", "excluded"], instructions: "• Read the record's full text.\n• For each of the three criteria: quote the passage that shows it is met.\n• No passage → say so, do not infer.", tools: ["read_source"], context: { sources: ["geriatrics"], maxTokens: 30_000 }, doneWhen: "Three criteria answered.", ...limits },
        { id: "argue-out", kind: "agent", parent: "study", title: "Case for exclusion", covers: ["excluded", "included"], instructions: "• Read the record's full text with the wish to exclude it.\n• Look for: other design, fewer than 200 participants at baseline or after losses, shorter follow-up, younger people, double publication.\n• Quote what disqualifies; nothing found → say so.", tools: ["read_source"], context: { sources: ["geriatrics"], maxTokens: 30_000 }, doneWhen: "All five reasons looked for.", ...limits },
        { id: "decide", kind: "verify", parent: "study", title: "Quotes decide", criteria: "• The quote is from this study, not from one it cites.\n• It proves or disproves the criterion named.\n• Numbers: participants analysed, not invited.\n• In doubt: not enough information.", votes: 2, budget: { maxTokens: 60_000 } },
        { id: "table", kind: "synthesize", phase: "screen", title: "Screening table", instructions: "• Included studies, then excluded ones with the reason.\n• Studies with claims both ways: own section, both quotes.\n• Give totals: found, included, excluded, open.", budget: { maxTokens: 120_000 } },
      ],
      edges: ["rounds > study as found", "argue-in > decide", "argue-out > decide", "study > table"],
      reportNode: "table",
    },
  ),
  goodPlan(
    "accessibility-audit",
    {
      question: "Where does the public part of the municipal library's website bar people who use a keyboard or a screen reader?",
      requirements: [
        { id: "keyboard", text: "Barriers for keyboard users", isCritical: true },
        { id: "reader", text: "Barriers for screen reader users", isCritical: true },
        { id: "shared", text: "Barriers that come from shared components" },
      ],
      scope: { tools: ["fetch_url", "read_repository"], domains: ["library.town.example"] },
      budget: { maxTokens: 20_000_000, maxCostMicroUsd: 150_000_000, maxMinutes: 700, maxAgents: 250, maxParallel: 6 },
    },
    {
      title: "Accessibility of the library's website",
      strategy: { summary: "Inventory of pages first. Inspect page by page; inspect shared components once, in the source.", dimension: "by page and by component", alternatives: [{ summary: "Check the home page only", whyNot: "Forms and search are where people get stuck." }], doneWhen: "Every page of the inventory has a result for keyboard and for screen reader, confirmed against its markup." },
      nodes: [
        { id: "inventory", kind: "agent", title: "Inventory of pages", covers: ["keyboard", "reader"], instructions: "Crawl library.town.example from its start page and its sitemap. List every distinct page template with one address each. Leave none out; report templates you could not open too.", tools: ["fetch_url"], context: { maxTokens: 30_000 }, output: { as: "json", schema: { type: "object", properties: { pages: { type: "array", items: { type: "object", properties: { url: { type: "string" }, template: { type: "string" } }, required: ["url", "template"] } } }, required: ["pages"] } }, doneWhen: "Sitemap and links agree.", ...limits },
        { id: "page", kind: "map", title: "Page by page", items: "inputs.pages.pages", itemKey: "item.url", maxItems: 50, concurrency: 6, covers: ["keyboard", "reader"] },
        { id: "keys", kind: "agent", parent: "page", title: "Keyboard pass", covers: ["keyboard"], instructions: "Fetch the page given as item. Work out the focus order from its markup. Report traps, unreachable controls, missing focus styles. Report controls that work well too, so that nobody repairs them. Quote the element.", tools: ["fetch_url"], context: { maxTokens: 30_000 }, doneWhen: "Every interactive element was considered.", ...limits },
        { id: "voice", kind: "agent", parent: "page", title: "Screen reader pass", covers: ["reader"], instructions: "Fetch the page given as item. Determine for each image, field, heading and landmark what would be spoken. Report silence, nonsense and wrong order. Quote the element.", tools: ["fetch_url"], context: { maxTokens: 30_000 }, doneWhen: "All images, fields, headings and landmarks are listed.", ...limits },
        { id: "markup", kind: "verify", parent: "page", title: "Seen in the markup", criteria: "Reproduce the barrier from the quoted element: would a person really be stopped or misled? Refute where an attribute, a label elsewhere or a script visible in the evidence removes the barrier.", budget: { maxTokens: 60_000 } },
        { id: "components", kind: "agent", title: "Shared components", covers: ["shared", "keyboard", "reader"], instructions: "Open the component library in the repository. For header, search box, date picker, dialog and pagination: read the source, state which keys and roles are handled and which are not. Quote lines.", tools: ["read_repository"], context: { maxTokens: 40_000 }, doneWhen: "All five components read.", ...limits },
        { id: "source-check", kind: "verify", title: "Source supports it", criteria: "The quoted lines establish what is claimed on the component; handling in a parent component counts as handled.", budget: { maxTokens: 60_000 } },
        { id: "audit", kind: "synthesize", title: "Audit report", instructions: "Group barriers by what a visitor can't do. Attribute those from shared components once. If page and component findings collide, present both.", budget: { maxTokens: 120_000 } },
      ],
      edges: ["inventory > page as pages", "keys > markup", "voice > markup", "components > source-check > audit", "page > audit"],
      reportNode: "audit",
    },
  ),
];
