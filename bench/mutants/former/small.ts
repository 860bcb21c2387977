import { goodPlan, type GoodPlan } from "../good-plan.ts";

export const smallPlans: GoodPlan[] = [
  goodPlan(
    "three-nodes",
    {
      question: "How many vacation days does the staff handbook grant after ten years, and where does it say so?",
      requirements: [{ id: "days", text: "Number of days with the paragraph" }],
      scope: { tools: ["read_source"], collections: ["staff-handbook"] },
      budget: { maxTokens: 600_000, maxCostMicroUsd: 6_000_000, maxMinutes: 40, maxAgents: 8, maxParallel: 2 },
    },
    {
      title: "One number from the handbook",
      strategy: { summary: "One look, one check.", dimension: "none needed", doneWhen: "The number was confirmed from the paragraph, or the handbook was shown not to say it." },
      nodes: [
        { kind: "agent", id: "look-up", title: "Look it up", covers: ["days"], tools: ["read_source"], context: { sources: ["staff-handbook"] }, maxTurns: 6, budget: { maxTokens: 40_000 }, instructions: "Find the paragraph on vacation by length of service. Quote it. Check for an amendment further back.", doneWhen: "Paragraph and possible amendment are quoted." },
        { kind: "verify", id: "confirm", title: "Confirm", criteria: "The quoted paragraph must state this number for ten years of service.", onRefuted: "mark" },
        { kind: "synthesize", id: "reply", title: "Reply", instructions: "Two sentences with the citation. If two paragraphs differ, cite both." },
      ],
      edges: ["look-up > confirm > reply"],
      reportNode: "reply",
    },
  ),
  goodPlan(
    "retention-cleanup",
    {
      question: "Which rows of the visitor log are older than the retention rule allows? Delete them after somebody has agreed.",
      requirements: [
        { id: "rule", text: "The rule with its exceptions", kind: "evidence", isCritical: true },
        { id: "rows", text: "The rows concerned, complete", isCritical: true },
      ],
      scope: { effects: "may-write", tools: ["read_source", "search_sources", "query_metrics", "delete_rows"], collections: ["retention-rules", "legal-holds"] },
      budget: { maxTokens: 2_000_000, maxCostMicroUsd: 20_000_000, maxMinutes: 90, maxAgents: 16, maxParallel: 4 },
    },
    {
      title: "Visitor log: what has to go",
      strategy: { summary: "What must go and what must stay are determined by different workers, so that neither is forgotten.", dimension: "delete / keep", doneWhen: "Rule and holds are confirmed, the count of rows is confirmed, the officer has decided." },
      nodes: [
        { kind: "agent", id: "must-go", title: "What must go", covers: ["rule", "rows"], tools: ["read_source", "query_metrics"], context: { sources: ["retention-rules"] }, maxTurns: 12, budget: { maxTokens: 60_000 }, instructions: "Determine from the retention rules how long visitor entries may be kept. Query how many rows lie before that date, by month, without omitting a month.", doneWhen: "The limit is quoted; months add up to the total." },
        { kind: "agent", id: "must-stay", title: "What must stay", covers: ["rule", "rows"], tools: ["search_sources", "read_source"], context: { sources: ["legal-holds", "retention-rules"] }, maxTurns: 12, budget: { maxTokens: 60_000 }, instructions: "Search the legal holds for anything that forbids the deletion of visitor entries. Quote the hold, its start, its end and the rows it touches. No hold found is a result too.", doneWhen: "Each hold in force has been opened." },
        { kind: "verify", id: "four-eyes", title: "Four eyes", criteria: "Do the quoted rule and the quoted hold yield this date and these rows? Refute on any doubt about scope: deleting can't be undone.", votes: 3, onRefuted: "drop" },
        { kind: "synthesize", id: "deletion-list", title: "Deletion list", instructions: "State the limit date, rows per month, rows exempt and why. If rule and hold compete, list both and propose to keep." },
        { kind: "checkpoint", id: "officer", title: "Data protection officer", asks: "May exactly these rows be deleted?", form: { type: "object", properties: { before: { type: "string" } }, required: ["before"] } },
        { kind: "tool", id: "delete", title: "Delete", tool: "delete_rows", arguments: { table: "'visitor_log'", before: "inputs.decision.form.before" } },
      ],
      edges: ["must-go > four-eyes > deletion-list > officer", "must-stay > four-eyes", "officer > delete as decision"],
      reportNode: "deletion-list",
    },
  ),
];
