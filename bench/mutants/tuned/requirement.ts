import { spread, withBrief, withGraph, type Operator } from "../operator.ts";

const later = [
  { id: "later-law", text: "What the law in Canada says on it", isCritical: true },
  { id: "later-costs", text: "Costs of doing nothing for another year", isCritical: true },
  { id: "later-people", text: "Who would lose by it, and how many they are" },
  { id: "later-history", text: "Earlier attempts and why they were given up", kind: "evidence" },
];

/** Requirements and items for which nobody is there. */
export const requirementOperators: Operator[] = [
  {
    name: "requirement that everyone drops",
    breaks: "structure",
    caughtBy: ["coverage/requirement-uncovered"],
    mutate: (plan) =>
      spread(plan.brief.requirements.filter(({ id }) => plan.graph.nodes.some(({ covers }) => covers.includes(id)))).map((requirement) =>
        withGraph(plan, { nodes: plan.graph.nodes.map((node) => ({ ...node, covers: node.covers.filter((id) => id !== requirement.id) })) }),
      ),
  },
  {
    name: "requirement that came later",
    breaks: "structure",
    caughtBy: ["coverage/requirement-uncovered"],
    mutate: (plan) => (plan.brief.requirements.length > 59 ? [] : later.map((requirement) => withBrief(plan, { requirements: [...plan.brief.requirements, requirement] }))),
  },
  {
    name: "item or collection that nobody opens",
    breaks: "structure",
    caughtBy: ["coverage/item-unread", "coverage/requirement-uncovered"],
    mutate: (plan) => {
      const { requirements, scope } = plan.brief;
      const items = ["Annex C", "The branch in Lisbon"].map((text, index) => withBrief(plan, { requirements: [...requirements.slice(0, 58), { id: `added-item-${index}`, text, kind: "item" }] }));
      return [...(requirements.length > 58 ? [] : items), ...["archive-2019", "interview-transcripts"].map((name) => withBrief(plan, { scope: { ...scope, collections: [...scope.collections, name] } }))];
    },
  },
];
