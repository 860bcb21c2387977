import type { Node } from "../../../core/workflow/node.ts";
import type { GoodPlan } from "../good-plan.ts";
import { spread, withGraph, without, wordings, type Mutant, type Operator } from "../operator.ts";

const targets = ({ graph }: GoodPlan, id: string) => graph.edges.filter(({ from }) => from === id).map(({ to }) => to);
const leads = (plan: GoodPlan, from: string, to: string): boolean => from === to || targets(plan, from).some((next) => leads(plan, next, to));
const isStart = ({ graph }: GoodPlan, { id }: Node) => !graph.edges.some(({ to }) => to === id);
const startingAgents = (plan: GoodPlan) => spread(plan.graph.nodes.filter((node) => node.kind === "agent" && isStart(plan, node)));
const plus = (plan: GoodPlan, edge: object, nodes: object[] = []) => withGraph(plan, { nodes: [...plan.graph.nodes, ...nodes], edges: [...plan.graph.edges, edge].flat() });

export const pathOperators: Operator[] = [
  {
    name: "start waits for itself",
    breaks: "structure",
    caughtBy: ["structure/unreachable-node", "structure/cycle"],
    mutate: (plan) => startingAgents(plan).map(({ id }) => plus(plan, { id: "self-edge", from: id, to: id, as: "own_result" })),
  },
  {
    name: "edge that never holds",
    breaks: "structure",
    caughtBy: ["structure/unreachable-node"],
    mutate: wordings(["false", "1 > 2", "size([]) > 0", "true && false"], (when) => (plan) => {
      const only = plan.graph.edges.filter(({ to }) => plan.graph.edges.filter((other) => other.to === to).length === 1);
      return spread(only).map((edge) => withGraph(plan, { edges: plan.graph.edges.map((other) => (other === edge ? { ...edge, when } : other)) }));
    }),
  },
  {
    name: "edge back",
    breaks: "structure",
    caughtBy: ["structure/cycle"],
    mutate: (plan) => {
      const pairs = plan.graph.nodes.flatMap((early) => plan.graph.nodes.filter((late) => late !== early && late.parent === early.parent && leads(plan, early.id, late.id)).map((late) => [late.id, early.id] as const));
      return spread(pairs).map(([from, to]) => plus(plan, { id: "edge-back", from, to, as: "once_more" }));
    },
  },
  {
    name: "worker nobody reads",
    breaks: "structure",
    caughtBy: ["structure/dead-output"],
    mutate: wordings(["Translate the findings for the branch abroad.", "Write a glossary of the terms in the question.", "Note ideas for further work."], (instructions) => (plan): Mutant[] =>
      spread(plan.graph.nodes.filter(({ kind, parent }) => kind === "agent" && parent === undefined)).slice(0, 1).map((node) => plus(plan, { id: "to-nobody", from: node.id, to: "aside" }, [{ ...node, id: "aside", title: "Aside", instructions, output: { as: "text" } }])),
    ),
  },
  {
    name: "branch that never joins",
    breaks: "structure",
    caughtBy: ["structure/missing-join", "structure/dead-output"],
    mutate: (plan) => {
      const alone = plan.graph.nodes.filter((node) => node.kind === "agent" && node.parent === undefined && targets(plan, node.id).length === 1 && plan.graph.edges.filter(({ to }) => to === targets(plan, node.id)[0]).length > 1);
      return spread(alone).flatMap(({ id }, index) => {
        const edges = plan.graph.edges.filter(({ from }) => from !== id);
        const own = [{ kind: "checkpoint", id: "own-end", title: "Look at this part", asks: "Is this part in order?" }, { kind: "verify", id: "own-end", title: "Check of this part", criteria: "Does the quotation support the statement?" }, { kind: "join", id: "own-end", title: "End of this part" }];
        return own.map((node) => withGraph(plan, { nodes: [...plan.graph.nodes, node], edges: [...edges, { id: "to-own-end", from: id, to: "own-end" }] })).slice(index % 3, (index % 3) + 1);
      });
    },
  },
  {
    name: "nobody writes the report",
    breaks: "structure",
    caughtBy: ["structure/no-report"],
    mutate: (plan) => {
      const synthesizer = plan.graph.nodes.find(({ kind }) => kind === "synthesize");
      if (synthesizer === undefined) return [];
      const second = { ...synthesizer, id: "other-report", title: "Report, other version" };
      const into = plan.graph.edges.filter(({ to }) => to === synthesizer.id).map((edge, index) => ({ ...edge, id: `other-${index}`, to: "other-report" }));
      return [
        ...(targets(plan, synthesizer.id).length === 0 ? [without(plan, ({ id }) => id === synthesizer.id)] : []),
        withGraph(plan, { nodes: [...plan.graph.nodes, second], edges: [...plan.graph.edges, ...into], reportNode: undefined }),
      ];
    },
  },
  {
    name: "order without need",
    breaks: "structure",
    caughtBy: ["structure/needless-order"],
    mutate: (plan) => {
      const agents = plan.graph.nodes.filter(({ kind }) => kind === "agent");
      const pairs = agents.flatMap((one, index) => agents.slice(index + 1).filter((other) => other.parent === one.parent && !leads(plan, one.id, other.id) && !leads(plan, other.id, one.id)).map((other) => [one, other] as const));
      return spread(pairs).flatMap(([one, other], index) =>
        index % 2 === 0
          ? [plus(plan, { id: "only-order", from: one.id, to: other.id, as: "after", kind: "order" })]
          : other.kind !== "agent" || "unknown" in other.context || other.context.inputs !== "all" || !isStart(plan, other)
            ? []
            : [withGraph(plan, { nodes: plan.graph.nodes.map((node) => (node === other ? { ...other, context: { ...other.context, inputs: [] } } : node)), edges: [...plan.graph.edges, { id: "unused", from: one.id, to: other.id, as: "unused" }] })],
      );
    },
  },
];
