import { goodPlan, type GoodPlan } from "../good-plan.ts";

/** Town, what is peculiar there. */
const leases: readonly [string, string][] = [
  ["aachen", "It was amended twice; the second amendment replaces schedule 3."],
  ["bremen", "The landlord changed in 2021."],
  ["cottbus", "Part of the floor is sublet."],
  ["dresden", "There is a parking agreement apart from the lease."],
  ["essen", "The rent follows turnover."],
  ["freiburg", "The building is listed."],
  ["gera", "The lease began as an oral one."],
  ["hamburg", "Two leases share one address; take the ground floor."],
  ["ingolstadt", "Heating is supplied by a third party."],
  ["jena", "The option was exercised once already."],
  ["kiel", "Flood damage is excluded in a side letter."],
  ["leipzig", "The index clause refers to a discontinued index."],
  ["mainz", "Fixtures belong to the tenant."],
  ["nuremberg", "Notice must be served on two landlords."],
];

/** Contract reading, drawn out flat: one reader for duties, one for ways out per lease. */
export const leasePlans: GoodPlan[] = [
  goodPlan(
    "lease",
    {
      question: "Which of our fourteen shop leases can be ended before 2028, at what cost, and what obliges us until then?",
      requirements: [
        { id: "ending", text: "Earliest end and its cost, per lease", isCritical: true },
        ...leases.map(([town, note]) => ({ id: `lease-${town}`, text: `The lease of the shop in ${town}. ${note}`, kind: "item" as const })),
      ],
      scope: { tools: ["search_sources", "read_source"], collections: leases.map(([town]) => `files-${town}`) },
      budget: { maxTokens: 90_000_000, maxCostMicroUsd: 900_000_000, maxMinutes: 600, maxAgents: 80, maxParallel: 8 },
    },
    {
      title: "Ways out of fourteen leases",
      strategy: {
        summary: "Per lease, one reader looks for the way out and another for what stands in the way; a verifier holds both against the clauses. No list has to be gathered, the fourteen are named in the brief.",
        dimension: "by lease",
        alternatives: [{ summary: "By clause across all leases", whyNot: "Amendments only make sense beside the lease they amend." }],
        doneWhen: "For each of the fourteen leases the earliest end, its cost and the duties until then are given with verified clauses, or the file is named as incomplete.",
      },
      nodes: [
        ...leases.flatMap(([town, note]) => [
          {
            id: `${town}-exit`,
            kind: "agent" as const,
            title: `${town}: way out`,
            rationale: "Reads as the tenant's counsel would.",
            covers: ["ending", `lease-${town}`],
            instructions: `Lease of the shop in ${town}. ${note} Determine: term, options, notice periods, special rights to terminate, compensation. Compute the earliest end and what it costs. Clause by clause, quoted, amendments after the text they amend.`,
            context: { sources: [`files-${town}`], maxTokens: 24_000 },
            tools: ["search_sources", "read_source"],
            maxTurns: 12,
            doneWhen: "Earliest end, cost and form of notice each rest on a quoted clause or are declared missing.",
          },
          {
            id: `${town}-bond`,
            kind: "agent" as const,
            title: `${town}: what binds us`,
            rationale: "Reads as the landlord's counsel would.",
            covers: ["ending", `lease-${town}`],
            instructions: `Put yourself in the landlord's place in ${town} and object to an early end. ${note} Which waiver, minimum term, duty to restore, guarantee or silent prolongation would you rely on? Give the wording, and where none exists concede it.`,
            context: { sources: [`files-${town}`], maxTokens: 24_000 },
            tools: ["search_sources", "read_source"],
            maxTurns: 12,
            doneWhen: "Five possible objections raised or conceded.",
          },
          {
            id: `${town}-held`,
            kind: "verify" as const,
            title: `${town}: clauses read again`,
            rationale: "By another model, from the clauses only.",
            covers: [],
            criteria: `Read the quoted clause of the ${town} lease: does it give this right or duty, to this party, from this date, and is it not superseded by a later amendment that was quoted too?`,
            onRefuted: "mark" as const,
          },
        ]),
        {
          id: "overview",
          kind: "synthesize",
          title: "Overview of leases",
          rationale: "For the management of estates.",
          instructions: "Fourteen rows, alphabetical. Tenant's and landlord's reading next to each other wherever they contradict. Missing files are rows, too.",
        },
      ],
      edges: leases.flatMap(([town]) => [`${town}-exit > ${town}-held > overview`, `${town}-bond > ${town}-held`]),
      reportNode: "overview",
    },
  ),
];
