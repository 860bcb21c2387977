import { usualDone } from "../usual-words.ts";
import { found, type Rule } from "../rule.ts";

/** A run that ends when it ends, because nobody said what it is to reach. */
export const doneMissing: Rule = {
  id: "done/missing",
  severity: "warning",
  reads: "structure",
  why: "Nobody can say whether a run reached what it was for when nobody wrote down what that is.",
  examine: ({ graph }) => {
    if (graph.strategy.doneWhen.trim() !== "" || graph.nodes.length === 0) return found([]);
    const fixes = [{ title: "Done when every requirement has a checked claim", ops: [{ op: "plan-update" as const, changes: [{ path: ["strategy", "doneWhen"], value: usualDone }] }] }];
    return found([{ target: { type: "plan" }, message: "The plan doesn't say when it is done.", fixes }]);
  },
};
