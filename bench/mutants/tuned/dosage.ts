import { goodPlan, type GoodPlan } from "../good-plan.ts";

const fields = { type: "object", properties: { leaflets: { type: "array", items: { type: "string" } }, count: { type: "integer" } }, required: ["leaflets", "count"] };

/** Data extraction, read twice by separate extractors; telegraphic. */
export const dosagePlans: GoodPlan[] = [
  goodPlan(
    "dosage",
    {
      question: "Extract maximum daily dose, age limits and interactions for every package leaflet in the archive.",
      requirements: [
        { id: "dose", text: "Maximum daily dose per leaflet, with unit", isCritical: true },
        { id: "age", text: "Age limits per leaflet" },
        { id: "interactions", text: "Named interactions per leaflet" },
      ],
      scope: { tools: ["search_sources", "read_source"], collections: ["leaflets"] },
      budget: { maxTokens: 90_000_000, maxCostMicroUsd: 900_000_000, maxMinutes: 900, maxAgents: 500, maxParallel: 8 },
    },
    {
      title: "Leaflet extraction",
      strategy: {
        summary: "Index. Per leaflet: extractor A, extractor B (blind to each other), verifier. Merge, disagreements visible.",
        dimension: "per leaflet",
        alternatives: [{ summary: "Regex over all", whyNot: "Doses stand in running text, tables and footnotes." }],
        doneWhen: "Table has one row per indexed leaflet; each cell is a verified value or 'not stated'; row count = index count.",
      },
      nodes: [
        {
          id: "index",
          kind: "agent",
          title: "Index leaflets",
          rationale: "No silent loss.",
          instructions: "List ids of all leaflets. Page until empty page. Return the ids and how many.",
          context: { sources: ["leaflets"], maxTokens: 12_000 },
          tools: ["search_sources"],
          output: { as: "json", schema: fields },
          maxTurns: 25,
          doneWhen: "Last page returned nothing.",
        },
        { id: "per-leaflet", kind: "map", title: "Per leaflet", rationale: "Identical treatment.", covers: ["dose", "age", "interactions"], items: "inputs.index.leaflets", itemKey: "item", maxItems: 50, concurrency: 4 },
        {
          id: "extractor-a",
          parent: "per-leaflet",
          kind: "agent",
          title: "Extractor A: dose first",
          rationale: "Reads for numbers.",
          covers: ["dose", "age"],
          instructions: "Leaflet {{item}}. Give max daily dose per age group, exact unit. Quote sentence or table row. No conversion. Absent: say absent.",
          context: { sources: ["leaflets"], maxTokens: 16_000 },
          tools: ["read_source"],
          maxTurns: 8,
          doneWhen: "Dose and age: quoted or absent.",
        },
        {
          id: "extractor-b",
          parent: "per-leaflet",
          kind: "agent",
          title: "Extractor B: whole text",
          rationale: "Reads front to back; catches footnotes A skips.",
          covers: ["dose", "interactions"],
          instructions: "Read leaflet {{item}} entirely, footnotes last. Report every substance it warns against combining, and every upper limit of intake it mentions anywhere, including limits that contradict one another.",
          context: { sources: ["leaflets"], maxTokens: 16_000 },
          tools: ["read_source"],
          maxTurns: 8,
          doneWhen: "End of document reached.",
        },
        {
          id: "proof",
          parent: "per-leaflet",
          kind: "verify",
          title: "Proof",
          rationale: "Wrong dose = harm.",
          criteria: "Value, unit and age group all found in the quoted passage? Passage about this product, adults vs children not swapped? Otherwise refute.",
          votes: 3,
          onRefuted: "mark",
        },
        {
          id: "table",
          kind: "synthesize",
          title: "Table",
          rationale: "For pharmacovigilance.",
          instructions: "One row per leaflet, index order. A and B differ: both values in the cell, flagged. Failed leaflets: row with reason.",
        },
      ],
      edges: ["index > per-leaflet > table", "extractor-a > proof", "extractor-b > proof"],
      reportNode: "table",
    },
  ),
];
