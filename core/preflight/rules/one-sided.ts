import { asksForContrary, isHypothesis } from "../prose/hypothesis.ts";
import { proseOf } from "../prose/node-prose.ts";
import { rememberPerNode } from "../prose/remember.ts";
import { found, unknownIn, withBrief, type Rule } from "../rule.ts";

/** What is asked of a worker stands in its title, too: "Evidence against". */
const isAskingForContrary = rememberPerNode((node) => asksForContrary(`${node.title}. ${proseOf(node).text}`));

/** A search for reasons why what was believed is true: it finds them. */
export const oneSided: Rule = {
  id: "framing/one-sided",
  severity: "warning",
  reads: "prose",
  why: "Whoever looks only for support finds it; somebody has to look for what would show that it is not so.",
  examine: (examined) =>
    withBrief(examined, ({ question }) => {
      const { nodes } = examined.graph;
      const workers = nodes.filter((node) => node.kind === "agent");
      const notKnown = unknownIn(workers, "the instructions", (node) => (node.kind === "agent" ? node.instructions : undefined));
      const instructed = workers.map(proseOf).filter(({ text }) => text !== "");
      const isTold = isHypothesis(question) && instructed.length > 0 && instructed.every((prose) => prose.isEnglish);
      const isBalanced = workers.some(isAskingForContrary);
      if (!isTold || isBalanced || notKnown !== null) return found([], notKnown);
      return found([{ target: { type: "plan" }, message: "The question can be answered with no, and no worker is asked to look for what speaks against it." }]);
    }),
};
