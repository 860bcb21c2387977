import { setField } from "../fix.ts";
import { found, onNode, unknownIn, type Rule } from "../rule.ts";

const usualTurns = 8;

/** One worker that goes on searching until the whole run's budget is gone. */
export const unlimitedNode: Rule = {
  id: "budget/unlimited-node",
  severity: "warning",
  reads: "structure",
  why: "Nothing stops this worker before the budget of the whole run is used up, and the others get nothing.",
  examine: ({ graph }) =>
    found(
      graph.nodes.flatMap((node) => {
        if (node.kind !== "agent" || node.maxTurns !== undefined || node.budget?.maxTokens !== undefined) return [];
        return [onNode(node, `"${node.title}" has no limit of turns or tokens.`, [setField(`At most ${usualTurns} turns`, node.id, ["maxTurns"], usualTurns)])];
      }),
      unknownIn(graph.nodes, "the limit of turns", (node) => (node.kind === "agent" && node.budget?.maxTokens === undefined ? node.maxTurns : undefined)),
    ),
};
