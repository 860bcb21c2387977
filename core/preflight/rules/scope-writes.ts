import { toolFieldOf, withoutTool } from "../node-tools.ts";
import { found, onNode, reasonsTogether, unknownIn, withBrief, type Rule } from "../rule.ts";
import { effectsUnknown } from "../tool-effect.ts";
import { writingNodes } from "../writing-nodes.ts";

/** A question that only wanted to know something, answered by a run that changes something. */
export const scopeWrites: Rule = {
  id: "scope/writes",
  severity: "error",
  reads: "structure",
  why: "The brief asks to read only; this step could change or send something.",
  examine: (examined) =>
    withBrief(examined, ({ scope }) => {
      const { graph, surroundings } = examined;
      if (scope.effects === "may-write") return found([]);
      return found(
        writingNodes(examined).map(({ node, tools, severity, words }) => ({
          ...onNode(node, `"${node.title}" may use ${words}, and the brief is read-only.`, tools.length === 1 ? tools.flatMap(({ name }) => withoutTool(node, name)) : []),
          severity,
        })),
        reasonsTogether(unknownIn(graph.nodes, "the tools", toolFieldOf), effectsUnknown(graph.nodes, surroundings)),
      );
    }),
};
