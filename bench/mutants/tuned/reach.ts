import { spread, withGraph, type Operator } from "../operator.ts";

const never = ["false", "1 > 2", "'a' == 'b'", "!true"];
const lonely = [
  ["extra-notes", "Collect further notes", "Look through the same material once more and write down whatever else is of interest."],
  ["glossary-pass", "Glossary", "Please draw up a glossary of the terms that occur, each with a short definition and a quotation."],
  ["number-pass", "All numbers", "You extract each number that is mentioned, with unit, date and the sentence it stands in."],
  ["people-pass", "Persons involved", "Names of persons and their functions are to be compiled, quoted."],
] as const;

const worker = (id: string, title: string, instructions: string, covers: string[] = []) => ({
  id,
  kind: "agent",
  title,
  instructions,
  covers,
  context: { maxTokens: 8_000 },
  maxTurns: 5,
  doneWhen: "The material was read once.",
});

/** Parts that nothing leads to, or that lead nowhere. */
export const reachOperators: Operator[] = [
  {
    name: "island of two",
    breaks: "structure",
    caughtBy: ["structure/unreachable-node", "structure/cycle"],
    mutate: (plan) => {
      const { nodes, edges } = plan.graph;
      const pair = [worker("isle-a", "First look", "Read what the second look found, and go deeper."), worker("isle-b", "Second look", "Read what the first look found, and go deeper.")];
      const round = [{ id: "isle-out", from: "isle-a", to: "isle-b" }, { id: "isle-back", from: "isle-b", to: "isle-a" }];
      const start = nodes.find(({ id, kind, parent }) => kind === "agent" && parent === undefined && !edges.some(({ to }) => to === id));
      return [
        withGraph(plan, { nodes: [...nodes, ...pair], edges: [...edges, ...round] }),
        ...(start === undefined ? [] : [withGraph(plan, { nodes: [...nodes, ...pair], edges: [...edges, ...round, { id: "isle-in", from: "isle-b", to: start.id }] })]),
      ];
    },
  },
  {
    name: "edges that are never taken",
    breaks: "structure",
    caughtBy: ["structure/unreachable-node"],
    mutate: (plan) => {
      const { nodes, edges } = plan.graph;
      return spread(nodes.filter(({ id }) => edges.some(({ to }) => to === id))).map(({ id }, index) =>
        withGraph(plan, { edges: edges.map((edge) => (edge.to === id ? { ...edge, when: never[index % never.length] } : edge)) }),
      );
    },
  },
  {
    name: "result cut off",
    breaks: "structure",
    caughtBy: ["structure/dead-output"],
    mutate: (plan) => {
      const { nodes, edges, reportNode } = plan.graph;
      const cuttable = edges.filter(({ from, to }) => {
        const source = nodes.find(({ id }) => id === from);
        const outgoing = edges.filter((edge) => edge.from === from).length;
        const incoming = edges.filter((edge) => edge.to === to).length;
        return source?.kind === "agent" && source.parent === undefined && from !== reportNode && outgoing === 1 && incoming > 1;
      });
      return spread(cuttable).map((edge) => withGraph(plan, { edges: edges.filter((other) => other !== edge) }));
    },
  },
  {
    name: "worker whom nobody reads",
    breaks: "structure",
    caughtBy: ["structure/dead-output"],
    mutate: (plan) => {
      const [first] = plan.brief.requirements;
      return first === undefined ? [] : lonely.map(([id, title, instructions]) => withGraph(plan, { nodes: [...plan.graph.nodes, worker(id, title, instructions, [first.id])] }));
    },
  },
];
