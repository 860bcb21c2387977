import type { GraphInput } from "../../core/workflow/graph.ts";

/** The smallest plan in which nothing is missing: one worker, a check, a report. */
export function soundGraph({ covers, tools }: { covers: string[]; tools: string[] }): GraphInput {
  return {
    title: "Find the reason",
    strategy: { doneWhen: "The reason has a claim that passed the check." },
    nodes: [
      { kind: "agent", id: "read", title: "Read", covers, tools, maxTurns: 8 },
      { kind: "verify", id: "verify", title: "Check" },
      { kind: "synthesize", id: "report", title: "Write" },
    ],
    edges: [
      { id: "e1", from: "read", to: "verify" },
      { id: "e2", from: "verify", to: "report" },
    ],
    reportNode: "report",
  };
}
