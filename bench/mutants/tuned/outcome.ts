import { spread, withBrief, withGraph, without, type Operator } from "../operator.ts";

/** Reports that are missing, doubled or beside the point, and agents beyond the number allowed. */
export const outcomeOperators: Operator[] = [
  {
    name: "branch with a report of its own",
    breaks: "structure",
    caughtBy: ["structure/missing-join", "structure/no-report", "structure/dead-output"],
    mutate: (plan) => {
      const { nodes, edges } = plan.graph;
      const movable = edges.filter(({ from, to }) => {
        const source = nodes.find(({ id }) => id === from);
        const target = nodes.find(({ id }) => id === to);
        return source?.kind === "agent" && source.parent === undefined && target?.kind === "verify" && edges.filter((edge) => edge.to === to).length > 1;
      });
      return spread(movable).map((edge) =>
        withGraph(plan, {
          nodes: [
            ...nodes,
            { id: "side-check", kind: "verify", title: "Check of this branch", criteria: "Is each statement borne out by its quotation?" },
            { id: "side-report", kind: "synthesize", title: "Report of this branch", instructions: "Write up what this branch found; keep contradictions." },
          ],
          edges: [...edges.map((other) => (other === edge ? { ...edge, to: "side-check" } : other)), { id: "side-out", from: "side-check", to: "side-report" }],
        }),
      );
    },
  },
  {
    name: "no report at all",
    breaks: "structure",
    caughtBy: ["structure/no-report"],
    mutate: (plan) => {
      const gone = without(plan, ({ id, kind }) => kind === "synthesize" || id === plan.graph.reportNode);
      const keepsReport = gone.graph.reportNode !== undefined || gone.graph.nodes.length === plan.graph.nodes.length;
      return keepsReport ? [] : [gone];
    },
  },
  {
    name: "two that both claim to be the report",
    breaks: "structure",
    caughtBy: ["structure/no-report"],
    mutate: (plan) => {
      const { nodes, edges, reportNode } = plan.graph;
      const report = nodes.find(({ id }) => id === reportNode);
      if (report?.kind !== "synthesize") return [];
      return ["Short version", "Version for the board", "Second opinion", "Annex"].map((title) =>
        withGraph(plan, {
          reportNode: undefined,
          nodes: [...nodes, { ...report, id: "other-report", title }],
          edges: [...edges, ...edges.filter(({ to }) => to === report.id).map((edge, index) => ({ ...edge, id: `other-in-${index}`, to: "other-report" }))],
        }),
      );
    },
  },
  {
    name: "more agents than the brief allows",
    breaks: "structure",
    caughtBy: ["structure/unbounded-fan-out", "budget/over"],
    mutate: (plan) => {
      const agents = plan.graph.nodes.filter(({ kind }) => kind === "agent").length;
      if (agents < 2) return [];
      return [...new Set([1, Math.floor(agents / 2)])].map((maxAgents) => withBrief(plan, { budget: { ...plan.brief.budget, maxAgents } }));
    },
  },
];
