import { addWorker } from "../add-worker.ts";
import type { Node } from "../../workflow/node.ts";
import { isEnglish } from "../prose/english.ts";
import { asksForContrary, asksForSupportAlone, isHypothesis } from "../prose/hypothesis.ts";
import { topicOf, wordsOf } from "../prose/words.ts";
import { proseOf } from "../prose/node-prose.ts";
import { rememberPerNode } from "../prose/remember.ts";
import { found, unknownIn, withBrief, type Rule } from "../rule.ts";

/** What is asked of a worker stands in its title, too: "Evidence against". */
const toldOf = (node: Node) => `${node.title}. ${proseOf(node).text}`;
const isAskingForContrary = rememberPerNode((node) => asksForContrary(toldOf(node)));
const isAskingForSupportAlone = rememberPerNode((node) => asksForSupportAlone(toldOf(node)));

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
      const isTold = instructed.length > 0 && isEnglish(instructed.map(({ text }) => text).join("\n"));
      const isOpen = isHypothesis(brief.question);
      const isLoaded = !isOpen && workers.length > 1 && workers.every(isAskingForSupportAlone);
      if (!isTold || notKnown !== null || (!isOpen && !isLoaded)) return found([], notKnown);
      const asked = [brief.question, ...brief.requirements.flatMap(({ id, text }) => [id.replaceAll(/[-_]/g, " "), text])].join(" ");
      const own = new Set([...topicOf(asked), ...wordsOf(asked)].filter((word) => word.length > 3));
      if (workers.some((node) => isAskingForContrary(node) && asksForContrary(toldOf(node), own))) return found([]);
      const message = isOpen ? "The question can be answered with no, and no worker is asked to look for what speaks against it." : "Every worker is asked for what speaks for something, and none to look for what speaks against it.";
      return found([{ target: { type: "plan" }, message, fixes: addWorker("Add a worker that looks for the contrary", { ...contrary, covers: brief.requirements.map(({ id }) => id) }, brief, examined) }]);
    }),
};
