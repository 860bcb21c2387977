import { perNode, without, withGraph, type Operator } from "../operator.ts";

/** Checks that check nothing. */
export const checkOperators: Operator[] = [
  {
    name: "take the check away and lead everything past it",
    breaks: "structure",
    caughtBy: ["verify/missing"],
    mutate: (plan) => {
      const checks = plan.graph.nodes.filter(({ kind, parent }) => kind === "verify" && parent === undefined);
      const [check] = checks;
      if (check === undefined || checks.length > 1) return [];
      const cut = without(plan, ({ kind }) => kind === "verify");
      const targets = plan.graph.edges.filter(({ from }) => from === check.id).map(({ to }) => to);
      const sources = plan.graph.edges.filter(({ to }) => to === check.id).map(({ from }) => from);
      return [withGraph({ ...plan, graph: cut.graph }, { edges: [...cut.graph.edges, ...sources.flatMap((from, a) => targets.map((to, b) => ({ id: `past-${a}-${b}`, from, to, as: `past${a}${b}` })))] })];
    },
  },
  {
    name: "lead one worker past the check",
    breaks: "structure",
    caughtBy: ["verify/missing"],
    mutate: (plan) => {
      const report = plan.graph.reportNode ?? "";
      return plan.graph.nodes.filter(({ kind, parent }) => kind === "agent" && parent === undefined).slice(0, 3).map(({ id }) => withGraph(plan, { edges: [...plan.graph.edges, { id: "past", from: id, to: report, as: "unchecked" }] }));
    },
  },
  { name: "show a check the reasoning", breaks: "structure", caughtBy: ["verify/self"], mutate: perNode("verify", () => ({ sees: ["claims", "evidence", "reasoning"] })) },
  { name: "give a check the producer's model", breaks: "structure", caughtBy: ["verify/same-model"], mutate: perNode("verify", () => ({ role: "worker" })) },
  { name: "keep the evidence from a check", breaks: "structure", caughtBy: ["verify/no-evidence"], mutate: (plan) => [["claims"], ["report"], []].flatMap((sees) => perNode("verify", () => ({ sees }))(plan).slice(0, 1)) },
  { name: "ignore what a check refutes", breaks: "structure", caughtBy: ["verify/unused"], mutate: perNode("verify", () => ({ onRefuted: "ignore" })) },
  {
    name: "let the report not wait for the verdicts",
    breaks: "structure",
    caughtBy: ["verify/unused", "verify/missing"],
    mutate: (plan) =>
      plan.graph.nodes.filter(({ kind, parent }) => kind === "verify" && parent === undefined).slice(0, 1).map(({ id }) => {
        const targets = plan.graph.edges.filter(({ from }) => from === id);
        const sources = plan.graph.edges.filter(({ to }) => to === id);
        return withGraph(plan, { edges: [...plan.graph.edges.filter(({ from }) => from !== id), ...sources.flatMap(({ from }, a) => targets.map(({ to }, b) => ({ id: `direct-${a}-${b}`, from, to, as: `direct${a}${b}` })))] });
      }),
  },
  {
    name: "check after the report",
    breaks: "structure",
    caughtBy: ["verify/after-report"],
    mutate: (plan) => {
      const report = plan.graph.reportNode ?? "";
      return [withGraph(plan, { nodes: [...plan.graph.nodes, { kind: "verify", id: "late", title: "Final quality check", criteria: "Every sentence is supported by its quote." }], edges: [...plan.graph.edges, { id: "to-late", from: report, to: "late" }] })];
    },
  },
  { name: "drop conflicting claims", breaks: "structure", caughtBy: ["synthesis/drops-conflicts"], mutate: perNode("synthesize", () => ({ conflicts: "drop" })) },
  { name: "ask for no evidence", breaks: "structure", caughtBy: ["synthesis/uncited"], mutate: perNode("synthesize", () => ({ requireEvidence: false })) },
  { name: "say nowhere when it is done", breaks: "structure", caughtBy: ["done/missing"], mutate: (plan) => [withGraph(plan, { strategy: { ...plan.graph.strategy, doneWhen: "" } })] },
];
