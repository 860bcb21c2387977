import { inEnglish, spread, withBrief, withGraph, wordings, type Mutant, type Operator } from "../../operator.ts";
import { agentsOf, changed, withSentence } from "./rewiring.ts";
import type { GoodPlan } from "../../good-plan.ts";

/** Statements that stand in no brief here. */
const premises = [
  "The main reason is the staff cut of last spring.",
  "As is well known, the newer version performs better in every respect.",
  "Since the old supplier has proved unreliable, all its figures are too high.",
  "Bear in mind that management has already decided to go ahead.",
  "Given that the northern branch caused most of the damage, concentrate on it.",
  "Note: customers prefer the cheaper option by three to one.",
  "It has been established that the March update introduced the problem.",
  "We know already that older documents are wrong on this point.",
];

const oneSided: readonly ((part: string) => string)[] = [
  (part) => `Find evidence that supports a yes with regard to ${part}. Quote it with its place.`,
  (part) => `Show that the answer is yes for ${part}. Collect the strongest passages you can get.`,
  (part) => `Please gather everything which confirms the assumption on ${part}, always with the exact sentence.`,
  (part) => `Confirm the hypothesis as to ${part}. Cite proof.`,
  (part) => `Passages are to be collected by which it is demonstrated that ${part} is as the question supposes.`,
  (part) => `- look for proof on ${part}\n- the more studies and records that back it, the better\n- quote each`,
];

const isYesNo = ({ brief }: GoodPlan) => /^(?:is|are|does|do|did|was|were|can|should|will|has|have)\b/i.test(brief.question);

/** Anything that may be read as an order to look at the other side. */
const counter = /against|contra|refut|oppos|object|doubt|scept|disprov|harmless|exclude|overrid|trouble|wrong|blame|keep|counter|innocent|well too|departs|not to|nothing|absent|missing|no longer|alters|outdated|changed|removed|didn't|never|isn't|unclear|something else|bad|no old record/i;

const hypotheses = [
  "Is it true that nothing has changed here since last year?",
  "Hypothesis: whatever is found here is worse than three years ago. Does it hold?",
  "Does the present state meet what was promised?",
  "Can we say that this is better than what others have?",
];

/** What is taken for granted, and which side is looked at. */
export const framingOperators: Operator[] = [
  {
    name: "the same premise in several workers' instructions",
    breaks: "prose",
    caughtBy: ["framing/shared-premise"],
    mutate: inEnglish((plan) => {
      const agents = spread(agentsOf(plan));
      return agents.length < 2 ? [] : premises.map((text, index) => withGraph(plan, { nodes: plan.graph.nodes.map((node) => (node.kind === "agent" && agents.includes(node) ? { ...node, ...withSentence(node, text, index % 2 === 0 ? "first" : "last") } : node)) }));
    }),
  },
  {
    name: "a premise in all instructions, differently begun",
    breaks: "prose",
    caughtBy: ["framing/shared-premise"],
    mutate: inEnglish((plan) => {
      const lead = ["", "Remember: ", "By the way, ", "Fact: ", "Keep in mind: "];
      const agents = spread(agentsOf(plan)).slice(0, 3);
      return agents.length < 2 ? [] : [premises[0], premises[5], premises[7], premises[6]].flatMap((text) => (text === undefined ? [] : [withGraph(plan, { nodes: plan.graph.nodes.map((node) => (node.kind === "agent" && agents.includes(node) ? { ...node, ...withSentence(node, `${lead[agents.indexOf(node) + 1] ?? ""}${text}`, "first") } : node)) })]));
    }),
  },
  {
    name: "everybody looks for the yes",
    breaks: "prose",
    caughtBy: ["framing/one-sided"],
    mutate: inEnglish((plan): Mutant[] => {
      if (!isYesNo(plan)) return [];
      const textOf = (id: string | undefined) => plan.brief.requirements.find((one) => one.id === id)?.text.toLowerCase() ?? "the question";
      return oneSided.map((write) =>
        withGraph(plan, {
          strategy: { summary: "Material is gathered part by part.", dimension: "by part", doneWhen: "Each requirement has at least three quoted findings." },
          nodes: plan.graph.nodes.map((node, index) => {
            if (node.kind === "agent") return { ...node, title: `Material, part ${index + 1}`, rationale: "", instructions: `${write(textOf(node.covers[0]))} This is part ${index + 1}.`, doneWhen: "Three findings are quoted." };
            if (node.kind === "synthesize") return { ...node, instructions: "Answer the question from the claims you receive." };
            if (node.kind === "verify") return { ...node, title: "Check", criteria: "The quote bears out the claim." };
            return node.kind === "checkpoint" ? { ...node, asks: "May the report be written?" } : node;
          }),
        }),
      );
    }),
  },
  {
    name: "a question with yes or no for a plan that looks one way",
    breaks: "prose",
    caughtBy: ["framing/one-sided"],
    mutate: inEnglish((plan) => (isYesNo(plan) || agentsOf(plan).some(({ instructions, title, doneWhen }) => counter.test(`${title} ${String(instructions)} ${doneWhen}`)) ? [] : hypotheses.map((question) => withBrief(plan, { question })))),
  },
  {
    name: "the one who looks for the other side now looks for the same",
    breaks: "prose",
    caughtBy: ["framing/one-sided", "structure/duplicate-work"],
    mutate: inEnglish(
      wordings(["Find more studies and passages that confirm that the answer is yes, with the exact sentence.", "Please collect further support for a yes.", "Material in support of a yes is to be completed, above all from recent years.", "You back up what the others say with quotes."], (text) => (plan) => {
        if (!isYesNo(plan)) return [];
        const sceptics = agentsOf(plan).filter((node) => counter.test(`${node.title} ${String(node.instructions)} ${node.doneWhen}`)).map(({ id }) => id);
        return sceptics.length === 0 ? [] : [changed(plan, sceptics, (node) => ({ title: `Support, ${node.id}`.slice(0, 120).replace(/contra|breach|doubt/, "more"), instructions: `${text} (${plan.brief.requirements.find(({ id }) => node.covers.includes(id))?.text ?? ""})`, doneWhen: "Three passages are quoted." }))];
      }),
    ),
  },
];
