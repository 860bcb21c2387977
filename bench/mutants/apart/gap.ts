import { inEnglish, perNode, spread, withGraph, type Operator } from "../operator.ts";
import type { Node } from "../../../core/workflow/node.ts";

type Agent = Extract<Node, { kind: "agent" }>;

const references = ["{{inputs.exchange_rates}}", "{{inputs.style_sheet}}", "{{previous_findings}}", "{{ inputs.baseline.rows }}"];
const leanings = [
  "In the table which the colleague before you has made, look at the column 'open' first.",
  "- take report_draft.docx\n- mark every sentence without a source",
  "You have been given three screenshots; describe what they show before you begin.",
  "Kindly reconcile your figures with those in the enclosed budget.xlsx.",
  "The results of the survey team, supplied above, take precedence.",
];
const paragraph = "House rule: write short sentences, name the source with date and page, keep numbers with their units, and say so where something could not be found. ";

/** What doesn't reach those who need it, or doesn't fit. */
export const gapOperators: Operator[] = [
  {
    name: "critical requirement left to one",
    breaks: "structure",
    caughtBy: ["coverage/single-worker"],
    mutate: (plan) => {
      const { nodes } = plan.graph;
      return spread(plan.brief.requirements.filter(({ isCritical }) => isCritical)).flatMap(({ id }) => {
        const [first, ...others] = nodes.filter((node) => node.kind === "agent" && node.covers.includes(id));
        if (first === undefined || others.length === 0) return [];
        return [withGraph(plan, { nodes: nodes.map((node) => (others.includes(node) ? { ...node, covers: node.covers.filter((covered) => covered !== id) } : node)) })];
      });
    },
  },
  {
    name: "collection taken from all",
    breaks: "structure",
    caughtBy: ["coverage/item-unread"],
    mutate: (plan) =>
      spread(plan.brief.scope.collections).flatMap((name) => {
        const isRead = plan.graph.nodes.some((node) => node.kind === "agent" && "sources" in node.context && node.context.sources.includes(name));
        return isRead ? [withGraph(plan, { nodes: plan.graph.nodes.map((node) => (node.kind === "agent" && "sources" in node.context ? { ...node, context: { ...node.context, sources: node.context.sources.filter((source) => source !== name) } } : node)) })] : [];
      }),
  },
  {
    name: "reference to nothing",
    breaks: "structure",
    caughtBy: ["context/names-what-it-lacks"],
    mutate: (plan) => {
      let turn = 0;
      return perNode("agent", ({ instructions }) => (typeof instructions === "string" ? { instructions: `${instructions} Use ${references[turn++ % references.length]}.` } : null))(plan);
    },
  },
  {
    name: "attachment that isn't there",
    breaks: "prose",
    caughtBy: ["context/names-what-it-lacks"],
    mutate: inEnglish((plan) => {
      const { nodes, edges } = plan.graph;
      const entries = nodes.filter((node): node is Agent => node.kind === "agent" && node.parent === undefined && !edges.some(({ to }) => to === node.id));
      return entries.length === 0 ? [] : leanings.map((text, index) => withGraph(plan, { nodes: nodes.map((node) => (node === entries[index % entries.length] && node.kind === "agent" && typeof node.instructions === "string" ? { ...node, instructions: `${text}\n${node.instructions}` } : node)) }));
    }),
  },
  {
    name: "more than fits",
    breaks: "structure",
    caughtBy: ["context/overflow"],
    mutate: (plan) => [
      ...perNode("agent", ({ context }) => ("sources" in context ? { context: { ...context, maxTokens: 20_000_000 } } : null))(plan).slice(0, 2),
      ...perNode("agent", ({ budget }) => ({ budget: { ...budget, maxTokens: 20 } }))(plan).slice(0, 2),
      ...perNode("agent", ({ context, instructions }) => ("sources" in context && typeof instructions === "string" && instructions.length < 4_000 ? { instructions: `${instructions} ${paragraph.repeat(100)}`, context: { ...context, maxTokens: 400 } } : null))(plan).slice(0, 2),
    ],
  },
];
