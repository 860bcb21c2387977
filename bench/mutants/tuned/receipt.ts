import { perNode, spread, withGraph, type Operator } from "../operator.ts";
import type { Graph } from "../../../core/workflow/graph.ts";
import type { Node } from "../../../core/workflow/node.ts";

type Agent = Extract<Node, { kind: "agent" }>;

const absent = [
  "Base your work on the output of the previous step.",
  "Use the attached spreadsheet with the prices.",
  "Continue from the list that the scout drew up.",
  "The file findings.csv holds what was found so far; start with it.",
  "You will be handed a summary by the market researcher: compare every figure with it.",
  "The transcript of the interview, which you have received, is to be taken into account.",
];

const isEntry = ({ edges }: Graph, { id, parent }: Node) => parent === undefined && !edges.some(({ to }) => to === id);
const said = ({ instructions }: Agent) => (typeof instructions === "string" ? instructions : "");

/** Workers that don't get what they need, or get the same. */
export const receiptOperators: Operator[] = [
  {
    name: "worker that hears neither question nor requirement",
    breaks: "structure",
    caughtBy: ["context/question-missing", "coverage/declared-only"],
    mutate: perNode("agent", ({ covers, context }) => (covers.length > 0 && "question" in context ? { context: { ...context, question: false, requirements: [] } } : null)),
  },
  {
    name: "words that lean on what doesn't come",
    breaks: "prose",
    caughtBy: ["context/names-what-it-lacks"],
    mutate: (plan) => {
      const entries = plan.graph.nodes.filter((node): node is Agent => node.kind === "agent" && isEntry(plan.graph, node));
      if (!/\b(?:the|which|what|our|we)\b/i.test(plan.brief.question) || entries.length === 0) return [];
      return absent.map((text, index) => {
        const entry = entries[index % entries.length];
        return withGraph(plan, { nodes: plan.graph.nodes.map((node) => (node === entry && node.kind === "agent" ? { ...node, instructions: index % 2 === 0 ? `${text} ${said(node)}` : `${said(node)} ${text}` } : node)) });
      });
    },
  },
  {
    name: "input kept from the one who needs it",
    breaks: "structure",
    caughtBy: ["context/names-what-it-lacks", "structure/needless-order", "structure/dead-output"],
    mutate: (plan) => {
      const { nodes, edges } = plan.graph;
      const needy = nodes.flatMap((node) => {
        if (node.kind !== "agent" || !("inputs" in node.context)) return [];
        const words = edges.filter(({ to }) => to === node.id).flatMap(({ from }) => from.split("-")).filter((word) => word.length > 3);
        return words.some((word) => new RegExp(`\\b${word}`, "i").test(said(node))) ? [{ node, context: node.context }] : [];
      });
      return spread(needy).map(({ node, context }) => withGraph(plan, { nodes: nodes.map((other) => (other === node ? { ...node, context: { ...context, inputs: [] } } : other)) }));
    },
  },
  {
    name: "six with one and the same errand",
    breaks: "structure",
    caughtBy: ["context/undivided", "structure/duplicate-work"],
    mutate: (plan) => {
      const { nodes, edges } = plan.graph;
      const copyable = nodes.filter((node) => node.kind === "agent" && edges.some(({ from }) => from === node.id));
      return spread(copyable).map((node) => {
        const numbers = [2, 3, 4, 5, 6];
        return withGraph(plan, {
          nodes: [...nodes, ...numbers.map((number) => ({ ...node, id: `copy-${number}`, title: `${node.title.slice(0, 100)} (${number})` }))],
          edges: [
            ...edges,
            ...numbers.flatMap((number) => [
              ...edges.filter(({ to }) => to === node.id).map((edge, index) => ({ ...edge, id: `copy-${number}-in-${index}`, to: `copy-${number}` })),
              ...edges.filter(({ from }) => from === node.id).map((edge, index) => ({ ...edge, id: `copy-${number}-out-${index}`, from: `copy-${number}`, as: `copy_${number}` })),
            ]),
          ],
        });
      });
    },
  },
];
