import type { GoodPlan } from "../good-plan.ts";
import { spread, withGraph, type Mutant, type Operator } from "../operator.ts";

const mayWrite = ({ brief, graph, name }: GoodPlan, tool: string): GoodPlan => ({ name, graph, brief: { ...brief, scope: { ...brief.scope, effects: "may-write", tools: [...new Set([...brief.scope.tools, tool])] } } });

/** A container that writes first and asks afterwards, after the report. */
function writeThenAsk(tool: string, title: string): (plan: GoodPlan) => Mutant[] {
  return (plan) => {
    const { reportNode } = plan.graph;
    if (reportNode === undefined) return [];
    return [
      withGraph(mayWrite(plan, tool), {
        nodes: [
          ...plan.graph.nodes,
          { kind: "map", id: "deliver", title, items: "['first', 'second']", maxItems: 2 },
          { kind: "tool", id: "deliver-it", title: "Deliver", parent: "deliver", tool, arguments: { body: "item" } },
          { kind: "checkpoint", id: "deliver-ask", title: "Was that right?", parent: "deliver", asks: "Is it fine that this was done?" },
        ],
        edges: [...plan.graph.edges, { id: "to-deliver", from: reportNode, to: "deliver" }, { id: "deliver-then-ask", from: "deliver-it", to: "deliver-ask" }],
      }),
    ];
  };
}

export const gateOperators: Operator[] = [
  { name: "container writes, then asks", breaks: "structure", caughtBy: ["structure/effect-before-gate", "scope/unguarded-write"], mutate: (plan) => [...writeThenAsk("send_mail", "Send and confirm")(plan), ...writeThenAsk("update_ticket", "Close tickets, then look")(plan), ...writeThenAsk("delete_rows", "Tidy up")(plan)] },
  {
    name: "new checkpoint that approves by itself",
    breaks: "structure",
    caughtBy: ["gate/auto-approve"],
    mutate: (plan) =>
      spread(plan.graph.edges.filter(({ to }) => to === plan.graph.reportNode)).map((edge) =>
        withGraph(plan, {
          nodes: [...plan.graph.nodes, { kind: "checkpoint", id: "nod", title: "Nod", asks: "Anything against going on?", timeoutMinutes: 5, onTimeout: "approve" }],
          edges: plan.graph.edges.flatMap((other) => (other === edge ? [{ ...edge, to: "nod" }, { id: "nod-on", from: "nod", to: edge.to, as: edge.as }] : [other])),
        }),
      ),
  },
  {
    name: "large fan-out that nobody looks at",
    breaks: "structure",
    caughtBy: ["gate/missing"],
    mutate: (plan) => {
      const maps = plan.graph.nodes.filter((node) => node.kind === "map" && typeof node.maxItems === "number" && node.maxItems >= 30);
      const gates = plan.graph.nodes.filter(({ kind, id }) => kind === "checkpoint" && maps.some((map) => plan.graph.edges.some(({ from, to }) => from === map.id && to === id)));
      return gates.map((gate) => {
        const into = plan.graph.edges.filter(({ to }) => to === gate.id);
        const out = plan.graph.edges.filter(({ from }) => from === gate.id);
        return withGraph(plan, {
          nodes: plan.graph.nodes.filter((node) => node !== gate),
          edges: [...plan.graph.edges.filter((edge) => !into.includes(edge) && !out.includes(edge)), ...into.flatMap((one) => out.map((other) => ({ id: `${one.from}-past`, from: one.from, to: other.to, as: other.as })))],
        });
      });
    },
  },
];
