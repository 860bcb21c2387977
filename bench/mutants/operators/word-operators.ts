import { inEnglish, perNode, withGraph, wordings, type Mutant, type Operator } from "../operator.ts";
import type { GoodPlan } from "../good-plan.ts";

const append = (instructions: unknown, sentence: string) => ({ instructions: `${typeof instructions === "string" ? instructions : ""} ${sentence}` });

/** The same sentence in the instructions of the first workers. */
function inSeveral(plan: GoodPlan, sentences: readonly [string, string]): Mutant[] {
  const workers = plan.graph.nodes.filter((node) => node.kind === "agent").slice(0, 2);
  if (workers.length < 2) return [];
  return [withGraph(plan, { nodes: plan.graph.nodes.map((node) => (node.kind === "agent" && workers.includes(node) ? { ...node, ...append(node.instructions, sentences[workers.indexOf(node)] ?? "") } : node)) })];
}

const premises: readonly [string, string][] = [
  ["The old vendor is no longer reliable.", "The old vendor is no longer reliable."],
  ["Since the market has already moved to the cloud, weigh newer sources more.", "The market has already moved to the cloud."],
  ["Keep in mind that regulators are going to forbid the older way next year.", "Note that next year regulators are going to forbid the older way."],
  ["It is well known that larger teams are slower.", "As everybody knows, larger teams are slower."],
];

/** What words break. Each in several wordings, one plan at a time. */
export const wordOperators: Operator[] = [
  {
    name: "criteria about form",
    breaks: "prose",
    caughtBy: ["verify/form-only"],
    mutate: inEnglish(
      wordings(
        [
          "The answer is valid JSON and no field is empty.",
          "Check headings, length and spelling. The text should be between 400 and 600 words.",
          "Every claim has a title and at most two sentences; the tone is neutral.",
          "Make sure that the table is complete, well formatted and easy to read.",
          "The output follows the template: summary, findings, next steps, each as a bullet list.",
          "Sources are listed at the end in a consistent format, in alphabetical order.",
        ],
        (criteria) => perNode("verify", () => ({ criteria })),
      ),
    ),
  },
  {
    name: "done when everybody is back",
    breaks: "prose",
    caughtBy: ["done/all-returned"],
    mutate: inEnglish((plan) =>
      ["All workers have finished.", "When every step has completed.", "Done as soon as the last agent returns its result.", "The run is complete when all branches have come back and been merged.", "Once no task is pending any more."].map((doneWhen) => withGraph(plan, { strategy: { ...plan.graph.strategy, doneWhen } })),
    ),
  },
  {
    name: "told to make conflicts disappear",
    breaks: "prose",
    caughtBy: ["synthesis/drops-conflicts"],
    mutate: inEnglish(
      wordings(
        [
          "If two claims contradict each other, keep only the more plausible one.",
          "Leave out dissenting findings so that the message is clear.",
          "Present a single, consistent story.",
          "Resolve disagreements by taking the majority view.",
          "Conflicting statements should be removed before writing.",
          "When sources differ, go with the most recent one and don't mention the other.",
        ],
        (sentence) => perNode("synthesize", ({ instructions }) => append(instructions, sentence)),
      ),
    ),
  },
  {
    name: "told to leave citations out",
    breaks: "prose",
    caughtBy: ["synthesis/uncited"],
    mutate: inEnglish(wordings(["Don't include citations; the board doesn't read them.", "Write fluent prose without references.", "Sources are not necessary here.", "Remove all citations from the final text."], (sentence) => perNode("synthesize", ({ instructions }) => append(instructions, sentence)))),
  },
  {
    name: "one premise in several ears",
    breaks: "prose",
    caughtBy: ["framing/shared-premise"],
    mutate: inEnglish((plan) => premises.flatMap((sentences) => inSeveral(plan, sentences))),
  },
  {
    name: "nobody looks for the contrary",
    breaks: "prose",
    caughtBy: ["framing/one-sided"],
    mutate: inEnglish((plan) =>
      ["Does the old way cost more than the new one?", "Prove that the new way is better.", "Is it true that the supplier is late?", "Our hypothesis is that training reduces errors."].map((question) => ({
        brief: { ...plan.brief, question },
        graph: withGraph(plan, { nodes: plan.graph.nodes.map((node) => (node.kind === "agent" ? { ...node, title: `Look into part ${node.id}`, instructions: `Collect what the sources say that supports it, part ${node.id}. Quote the words.` } : node)) }).graph,
      })),
    ),
  },
  {
    name: "told of something that never comes",
    breaks: "prose",
    caughtBy: ["context/names-what-it-lacks"],
    mutate: inEnglish((plan) => {
      const starts = (node: { id: string; parent?: string | undefined }) => node.parent === undefined && !plan.graph.edges.some(({ to }) => to === node.id);
      return ["Go through the list you received and rank it.", "Start from the findings of the previous step.", "Use what the other workers found.", "Shorten the summary above.", "Compare it with the claims given to you."].flatMap((sentence) => perNode("agent", (node) => (starts(node) ? append(node.instructions, sentence) : null))(plan).slice(0, 1));
    }),
  },
  {
    name: "the same work in other words",
    breaks: "prose",
    caughtBy: ["structure/duplicate-work"],
    mutate: inEnglish((plan) =>
      plan.graph.nodes.filter((node) => node.kind === "agent").slice(0, 2).flatMap((node) => {
        if (node.kind !== "agent" || typeof node.instructions !== "string") return [];
        const out = plan.graph.edges.filter(({ from, to }) => from === node.id || to === node.id);
        return ["Please do the following carefully: ", "Your work is this. "].map((before) =>
          withGraph(plan, {
            nodes: [...plan.graph.nodes, { ...node, id: "again", title: `${node.title} again`, instructions: `${before}${String(node.instructions)} Report every result.` }],
            edges: [...plan.graph.edges, ...out.map((edge, index) => ({ ...edge, id: `again-${index}`, from: edge.from === node.id ? "again" : edge.from, to: edge.to === node.id ? "again" : edge.to, as: edge.from === node.id ? `again${index}` : edge.as }))],
          }),
        );
      }),
    ),
  },
];
