import { inEnglish, perNode, spread, withBrief, withGraph, wordings, type Mutant, type Operator } from "../../operator.ts";
import { after, agentsOf, changed, edge, extended, readers, topAgents, verifiersOf, withSentence } from "./rewiring.ts";
import type { GoodPlan } from "../../good-plan.ts";

const limits = { maxTurns: 8, budget: { maxTokens: 40_000 }, doneWhen: "Five examples are quoted." };

/** Work that has nothing to do with any brief of these plans. */
const strays = [
  ["Company anecdotes", "Collect amusing anecdotes from the early years of the firm and quote them."],
  ["Colours of the logo", "Find out how the colours of the logo were chosen and which alternatives there were."],
  ["Trivia on the founders", "Kindly gather some trivia about hobbies and pets of the founders, with the exact words."],
  ["Weather at the summer party", "It should be looked up how the weather was at the last ten summer parties."],
  ["Canteen menu", "- list the dishes of the canteen\n- quote the three most praised ones"],
] as const;

const caps = [
  "Stop after the first ten; that gives a good enough picture.",
  "Only look at the top five results.",
  "A sample of about twenty percent is sufficient, the rest can be skipped.",
  "- limit yourself to 3 documents",
  "For reasons of time, not more than the newest eight entries are to be considered.",
  "Please take just a few of them, no need to go through everything.",
];

function withoutCover(plan: GoodPlan, requirement: string, keep: string | null): Mutant {
  return withGraph(plan, { nodes: plan.graph.nodes.map((node) => (node.id === keep ? node : { ...node, covers: node.covers.filter((id) => id !== requirement) })) });
}

const readsBrief = ({ graph }: GoodPlan) => graph.nodes.some((node) => node.kind === "map" && typeof node.items === "string" && node.items.includes("brief."));

/** Requirements, items and lists. */
export const coveringOperators: Operator[] = [
  {
    name: "a requirement that nobody covers any more",
    breaks: "structure",
    caughtBy: ["coverage/requirement-uncovered"],
    mutate: (plan) => spread(plan.brief.requirements).map(({ id }) => withoutCover(plan, id, null)),
  },
  {
    name: "one more requirement than the plan knows",
    breaks: "structure",
    caughtBy: ["coverage/requirement-uncovered"],
    mutate: (plan) =>
      [{ text: "What it costs to do nothing", isCritical: true }, { text: "Effects on people with part-time contracts" }, { text: "Statements of the works council", kind: "evidence" }, ...(readsBrief(plan) ? [] : [{ text: "Hartwell & Sons, Dundee", kind: "item", isCritical: true }])].map((one) => withBrief(plan, { requirements: [...plan.brief.requirements, { id: "one-more", ...one }] })),
  },
  {
    name: "a node says that it covers what it never gets to see",
    breaks: "structure",
    caughtBy: ["coverage/declared-only"],
    mutate: (plan) => [
      ...perNode("agent", ({ context, covers }) => ("unknown" in context || covers.length === 0 ? null : { context: { ...context, requirements: [] } }))(plan),
      ...perNode("agent", ({ context, covers }) => {
        const others = plan.brief.requirements.map(({ id }) => id).filter((id) => !covers.includes(id));
        return "unknown" in context || covers.length === 0 || others.length === 0 ? null : { context: { ...context, requirements: others.slice(0, 1) } };
      })(plan),
    ],
  },
  {
    name: "a critical requirement that rests on one worker",
    breaks: "structure",
    caughtBy: ["coverage/single-worker"],
    mutate: (plan) =>
      spread(plan.brief.requirements.filter(({ isCritical }) => isCritical)).flatMap(({ id }) => {
        const covering = topAgents(plan).filter(({ covers }) => covers.includes(id));
        return covering.length < 2 || covering[0] === undefined ? [] : [withoutCover(plan, id, covering[0].id)];
      }),
  },
  {
    name: "a requirement with one worker becomes critical",
    breaks: "structure",
    caughtBy: ["coverage/single-worker"],
    mutate: (plan) =>
      plan.brief.requirements.flatMap((one) => {
        const covering = agentsOf(plan).filter(({ covers }) => covers.includes(one.id));
        if (one.isCritical || covering.length !== 1 || covering[0]?.parent !== undefined) return [];
        return [withBrief(plan, { requirements: plan.brief.requirements.map((other) => (other === one ? { ...one, isCritical: true } : other)) })];
      }),
  },
  {
    name: "a collection of the brief that nobody reads",
    breaks: "structure",
    caughtBy: ["coverage/item-unread"],
    mutate: (plan) => [
      ...plan.brief.scope.collections.map((name) => withGraph(plan, { nodes: plan.graph.nodes.map((node) => (node.kind === "agent" && !("unknown" in node.context) ? { ...node, context: { ...node.context, sources: node.context.sources.filter((other) => other !== name) } } : node)) })),
      withBrief(plan, { scope: { ...plan.brief.scope, collections: [...plan.brief.scope.collections, "field-notes-2025"] } }),
    ],
  },
  {
    name: "items of the brief that the list leaves out",
    breaks: "structure",
    caughtBy: ["coverage/item-unread"],
    mutate: (plan) => {
      const ids = plan.brief.requirements.filter(({ kind }) => kind === "item").map(({ id }) => id);
      return ids.length < 2 ? [] : [`one.id != "${ids[0]}"`, `!(one.id in ["${ids[1]}", "${ids.at(-1)}"])`, "!one.isCritical", `one.id == "${ids[0]}"`].flatMap((test) => perNode("map", ({ items }) => (typeof items === "string" && items.includes("brief.") ? { items: `(${items}).filter(one, ${test})` } : null))(plan));
    },
  },
  {
    name: "words that cap what should be read whole",
    breaks: "prose",
    caughtBy: ["coverage/item-unread"],
    mutate: inEnglish(wordings(caps, (text) => (plan) => agentsOf(plan).filter((node) => ("sources" in node.context && node.context.sources.length > 0) || ("as" in node.output && node.output.as === "json")).map((node) => changed(plan, [node.id], () => withSentence(node, text))))),
  },
  {
    name: "a worker who serves no requirement",
    breaks: "structure",
    caughtBy: ["scope/drift"],
    mutate: (plan) => {
      const target = verifiersOf(plan).find(({ parent }) => parent === undefined)?.id ?? plan.graph.reportNode ?? "";
      if (target === "" || [{ id: target }, ...after(plan, target)].some(({ id }) => plan.graph.nodes.some((node) => node.id === id && node.covers.length > 0))) return [];
      return strays.map(([title, instructions]) => extended(plan, [{ id: "stray", kind: "agent", title, instructions, tools: plan.brief.scope.tools.filter((name) => readers.includes(name)), context: { maxTokens: 20_000 }, ...limits }], [edge("stray", target)]));
    },
  },
];
