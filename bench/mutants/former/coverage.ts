import type { GoodPlan } from "../good-plan.ts";
import { spread, withBrief, withGraph, wordings, type Mutant, type Operator } from "../operator.ts";

const nodesWith = (plan: GoodPlan, change: (node: GoodPlan["graph"]["nodes"][number]) => object | null): Mutant => withGraph(plan, { nodes: plan.graph.nodes.map((node) => ({ ...node, ...change(node) })) });

export const coverageOperators: Operator[] = [
  {
    name: "requirement nobody took up",
    breaks: "structure",
    caughtBy: ["coverage/requirement-uncovered"],
    mutate: wordings(["What it costs if we do nothing", "Effects on small branches", "What the law says in Norway", "Opinions of people who disagree"], (text) => (plan) => [true, false].map((isCritical) => withBrief(plan, { requirements: [...plan.brief.requirements, { id: "late-wish", text, isCritical }] })).slice(text.length % 2)),
  },
  {
    name: "collection no one opens",
    breaks: "structure",
    caughtBy: ["coverage/item-unread"],
    mutate: (plan) => [
      ...spread(plan.brief.scope.collections).map((gone) => nodesWith(plan, (node) => (node.kind === "agent" && !("unknown" in node.context) ? { context: { ...node.context, sources: node.context.sources.filter((one) => one !== gone) } } : null))),
      ...["complaints-2025", "annex-b"].map((extra) => withBrief(plan, { scope: { ...plan.brief.scope, collections: [...plan.brief.scope.collections, extra] } })),
    ],
  },
];
