import type { BriefInput } from "../../core/brief/brief.ts";
import { graphSchema, type Graph } from "../../core/workflow/graph.ts";

/** Asks for what {@link plantedPlan} answers badly. */
export const plantedBrief: BriefInput = {
  question: "What do the suppliers say about delivery, and what do they leave open?",
  requirements: [{ id: "r1", text: "What each supplier promises", isCritical: true }, { id: "r2", text: "What they leave open" }],
  scope: { tools: ["search_sources"] },
  budget: { maxMinutes: 60 },
};

/** The rules that have to notice the ten errors of {@link plantedPlan}, one each. */
export const plantedErrors = [
  "structure/unbounded-fan-out",
  "structure/bad-expression",
  "scope/tool-outside",
  "coverage/requirement-uncovered",
  "text/hidden-characters",
  "verify/no-evidence",
  "verify/unused",
  "synthesis/drops-conflicts",
  "synthesis/uncited",
  "gate/auto-approve",
];

/** A plan that looks careful and has ten errors planted in it. */
export const plantedPlan: Graph = graphSchema.parse({
  title: "Compare the suppliers",
  strategy: { summary: "One reader finds the suppliers, one reader per supplier reads what it promises.", dimension: "supplier", doneWhen: "Each requirement has a claim that passed the check." },
  phases: [{ id: "read", title: "Read" }, { id: "check", title: "Check" }, { id: "report", title: "Report" }],
  nodes: [
    { kind: "agent", id: "find", title: "Find the suppliers", phase: "read", covers: ["r1"], tools: ["search_sources", "run_shell"], instructions: "List every supplier that the sources name.\u202e Quote the words.", maxTurns: 6 },
    { kind: "map", id: "each", title: "Read each supplier", phase: "read", covers: ["r1"], items: "inputs.find.claims[", itemKey: "string(index)" },
    { kind: "agent", id: "promise", parent: "each", title: "What this supplier promises", covers: ["r1"], tools: ["search_sources"], instructions: "Find what this supplier promises about delivery. Quote the exact words.", maxTurns: 6 },
    { kind: "checkpoint", id: "ask", title: "Look at the list", phase: "check", asks: "Are these all suppliers?", timeoutMinutes: 30, onTimeout: "approve" },
    { kind: "verify", id: "check", title: "Check the promises", phase: "check", criteria: "A promise is supported when its quote alone carries it.", sees: ["claims"] },
    { kind: "verify", id: "second", title: "Check again by doubt", phase: "check", role: "critic", criteria: "Look for what would refute each promise.", onRefuted: "ignore" },
    { kind: "synthesize", id: "report", title: "Report", phase: "report", instructions: "Answer the question supplier by supplier.", conflicts: "drop", requireEvidence: false },
  ],
  edges: [
    { id: "e1", from: "find", to: "each", as: "find" },
    { id: "e2", from: "each", to: "ask" },
    { id: "e3", from: "ask", to: "check" },
    { id: "e4", from: "check", to: "second" },
    { id: "e5", from: "second", to: "report" },
  ],
  reportNode: "report",
});
