import { addWorker } from "../add-worker.ts";
import { asksForContrary, isHypothesis } from "../prose/hypothesis.ts";
import { proseOf } from "../prose/node-prose.ts";
import { rememberPerNode } from "../prose/remember.ts";
import { found, unknownIn, withBrief, type Rule } from "../rule.ts";

/** What is asked of a worker stands in its title, too: "Evidence against". */
const isAskingForContrary = rememberPerNode((node) => asksForContrary(`${node.title}. ${proseOf(node).text}`));

const contrary = {
  id: "contrary",
  title: "What speaks against it",
  rationale: "Whoever looks only for support finds it.",
  instructions: "Look for what would show that the answer is no: evidence against it, conditions under which it fails, cases where the opposite happened. Quote the exact words, and say so where the sources hold nothing of the kind.",
};

/** A search for reasons why what was believed is true: it finds them. */
export const oneSided: Rule = {
  id: "framing/one-sided",
  severity: "warning",
  reads: "prose",
  why: "Whoever looks only for support finds it; somebody has to look for what would show that it is not so.",
  examine: (examined) =>
    withBrief(examined, (brief) => {
      const { nodes } = examined.graph;
      const workers = nodes.filter((node) => node.kind === "agent");
      const notKnown = unknownIn(workers, "the instructions", (node) => (node.kind === "agent" ? node.instructions : undefined));
      const instructed = workers.map(proseOf).filter(({ text }) => text !== "");
      const isTold = isHypothesis(brief.question) && instructed.length > 0 && instructed.every((prose) => prose.isEnglish);
      const isBalanced = workers.some(isAskingForContrary);
      if (!isTold || isBalanced || notKnown !== null) return found([], notKnown);
      return found([{ target: { type: "plan" }, message: "The question can be answered with no, and no worker is asked to look for what speaks against it.", fixes: addWorker("Add a worker that looks for the contrary", { ...contrary, covers: brief.requirements.map(({ id }) => id) }, brief, examined) }]);
    }),
};
