import type { GoodPlan } from "../good-plan.ts";
import { perNode, spread, withGraph, wordings, type Mutant, type Operator } from "../operator.ts";

const nodesWith = (plan: GoodPlan, change: (node: GoodPlan["graph"]["nodes"][number]) => object | null): Mutant => withGraph(plan, { nodes: plan.graph.nodes.map((node) => ({ ...node, ...change(node) })) });

export const coverageOperators: Operator[] = [
  {
    name: "requirement dropped",
    breaks: "structure",
    caughtBy: ["coverage/requirement-uncovered"],
    mutate: (plan) => spread(plan.brief.requirements).map(({ id }) => nodesWith(plan, ({ covers }) => ({ covers: covers.filter((covered) => covered !== id) }))),
  },
  {
    name: "covers by word only",
    breaks: "structure",
    caughtBy: ["coverage/declared-only"],
    mutate: (plan) => [
      ...perNode("agent", ({ context, covers }) => ("unknown" in context || covers.length === 0 ? null : { context: { ...context, requirements: [] } }))(plan),
      ...perNode("agent", ({ context, covers }, { brief }) => {
        const others = brief.requirements.map(({ id }) => id).filter((id) => !covers.includes(id));
        return "unknown" in context || covers.length === 0 || others.length === 0 ? null : { context: { ...context, requirements: others.slice(0, 2) } };
      })(plan),
    ],
  },
  {
    name: "critical thing on one pair of shoulders",
    breaks: "structure",
    caughtBy: ["coverage/single-worker"],
    mutate: (plan) =>
      spread(plan.brief.requirements.filter(({ isCritical }) => isCritical)).flatMap(({ id }) => {
        const [first, ...others] = plan.graph.nodes.filter(({ covers }) => covers.includes(id));
        return first === undefined || others.length === 0 ? [] : [nodesWith(plan, (node) => (others.includes(node) ? { covers: node.covers.filter((covered) => covered !== id) } : null))];
      }),
  },
  {
    name: "item left out of the list",
    breaks: "structure",
    caughtBy: ["coverage/item-unread", "coverage/requirement-uncovered"],
    mutate: (plan) =>
      plan.graph.nodes.flatMap((map) => {
        if (map.kind !== "map" || typeof map.items !== "string" || !map.items.startsWith('["')) return [];
        const items: string[] = JSON.parse(map.items);
        const listed = plan.brief.requirements.filter(({ text, kind }) => kind === "item" && items.includes(text));
        return spread(listed).map(({ text }) => nodesWith(plan, (node) => (node === map ? { items: JSON.stringify(items.filter((item) => item !== text)) } : null)));
      }),
  },
  {
    name: "worker with a hobby",
    breaks: "structure",
    caughtBy: ["scope/drift"],
    mutate: wordings(
      ["Write a short history of the company.", "Compile the holiday calendars of all branches.", "Propose a logo and a slogan for the project.", "Summarise what other firms in the trade did in the last decade.", "Estimate how the weather will be next season."],
      (instructions) => (plan) => {
        const model = plan.graph.nodes.find((node) => node.kind === "agent" && node.parent === undefined) ?? plan.graph.nodes.find(({ kind }) => kind === "agent");
        const check = { kind: "verify", id: "hobby-check", title: "Check of the aside", criteria: "Does the quotation support the statement?", parent: model?.parent };
        const end = plan.graph.edges.find(({ to }) => to === plan.graph.reportNode)?.to;
        if (model?.kind !== "agent" || end === undefined || model.parent !== undefined) return [];
        return [
          withGraph(plan, {
            nodes: [...plan.graph.nodes, { kind: "agent", id: "hobby", title: "Aside", instructions, tools: model.tools, context: { sources: "unknown" in model.context ? [] : model.context.sources, requirements: [] }, maxTurns: 6, budget: { maxTokens: 20_000 }, doneWhen: "Three passages are quoted." }, check],
            edges: [...plan.graph.edges, { id: "hobby-1", from: "hobby", to: "hobby-check" }, { id: "hobby-2", from: "hobby-check", to: end }],
          }),
        ];
      },
    ),
  },
];
