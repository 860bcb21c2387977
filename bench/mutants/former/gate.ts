import type { GoodPlan } from "../good-plan.ts";
import { perNode, withGraph, wordings, type Mutant, type Operator } from "../operator.ts";

const mayWrite = ({ brief, graph, name }: GoodPlan, tool: string): GoodPlan => ({ name, graph, brief: { ...brief, scope: { ...brief.scope, effects: "may-write", tools: [...new Set([...brief.scope.tools, tool])] } } });

/** One program that writes and only then waits for a person: whoever resumes it writes again. */
const program = (source: string) => (plan: GoodPlan): Mutant[] => {
  const { reportNode } = plan.graph;
  const tool = /send_mail|update_ticket|delete_rows/.exec(source)?.[0] ?? "send_mail";
  return reportNode === undefined ? [] : [withGraph(mayWrite(plan, tool), { nodes: [...plan.graph.nodes, { kind: "checkpoint", id: "go", title: "Go", asks: "May the last step run?" }, { kind: "code", id: "finish", title: "Finish", tools: [tool], source, limits: { timeoutMs: 60_000, maxCalls: 5 } }], edges: [...plan.graph.edges, { id: "to-go", from: reportNode, to: "go", as: "report" }, { id: "to-finish", from: "go", to: "finish", as: "report" }] })];
};

export const gateOperators: Operator[] = [
  {
    name: "program writes, then asks",
    breaks: "structure",
    caughtBy: ["structure/effect-before-gate"],
    mutate: wordings(
      ["await tools.send_mail({ body: inputs.report });\nawait checkpoint('Was the mail all right?');", "const done = await tools.delete_rows({ table: 'log' });\nconst ok = await ask('Keep this?', done);\nreturn ok;", "await tools.update_ticket({ state: 'closed' });\nreturn await waitForApproval();"],
      program,
    ),
  },
  {
    name: "checkpoint approves by itself",
    breaks: "structure",
    caughtBy: ["gate/auto-approve"],
    mutate: (plan) => [1, 60, 10_080].flatMap((timeoutMinutes) => perNode("checkpoint", () => ({ timeoutMinutes, onTimeout: "approve" }))(plan)),
  },
];
