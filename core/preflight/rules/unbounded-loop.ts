import { setField } from "../fix.ts";
import { found, onNode, unknownIn, type Rule } from "../rule.ts";

const usualPasses = 5;

/** A loop that goes on until the money is gone, because its condition never comes true. */
export const unboundedLoop: Rule = {
  id: "structure/unbounded-loop",
  severity: "error",
  reads: "structure",
  why: "A condition that never comes true would repeat this for ever; a limit makes it end.",
  examine: ({ graph, surroundings }) => {
    const ceiling = surroundings.policy.ceilings.maxIterations;
    const bound = Math.min(usualPasses, ceiling ?? usualPasses);
    return found(
      graph.nodes.flatMap((node) => {
        if (node.kind !== "loop") return [];
        const { maxIterations } = node;
        if (maxIterations === undefined) {
          return [onNode(node, `"${node.title}" has no limit to how often it repeats.`, [setField(`Repeat at most ${bound} times`, node.id, ["maxIterations"], bound)])];
        }
        if (typeof maxIterations !== "number" || ceiling === null || maxIterations <= ceiling) return [];
        return [onNode(node, `"${node.title}" may repeat ${maxIterations} times, the policy allows ${ceiling}.`, [setField(`Repeat at most ${ceiling} times`, node.id, ["maxIterations"], ceiling)])];
      }),
      unknownIn(graph.nodes, "the limit", (node) => (node.kind === "loop" ? node.maxIterations : undefined)),
    );
  },
};
