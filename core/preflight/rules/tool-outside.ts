import { toolFieldOf, toolsOf, withoutTool } from "../node-tools.ts";
import { found, onNode, unknownIn, withBrief, type Rule } from "../rule.ts";

/** A plan that quietly takes more rights than the person who asked gave it. */
export const toolOutside: Rule = {
  id: "scope/tool-outside",
  severity: "error",
  reads: "structure",
  why: "The brief doesn't grant this tool; whoever approves the plan would grant it unseen.",
  examine: (examined) =>
    withBrief(examined, ({ scope }) => {
      const { nodes } = examined.graph;
      const granted = new Set(scope.tools);
      return found(
        nodes.flatMap((node) =>
          toolsOf(node)
            .filter((tool) => !granted.has(tool))
            .map((tool) => onNode(node, `"${node.title}" may use "${tool}", which the brief doesn't grant.`, withoutTool(node, tool))),
        ),
        unknownIn(nodes, "the tools", toolFieldOf),
      );
    }),
};
