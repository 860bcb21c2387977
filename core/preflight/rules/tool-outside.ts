import type { Node } from "../../workflow/node.ts";
import { found, withBrief, type Rule } from "../rule.ts";

/** A plan that quietly takes more rights than the person who asked gave it. */
export const toolOutside: Rule = {
  id: "scope/tool-outside",
  severity: "error",
  why: "The brief doesn't grant this tool; whoever approves the plan would grant it unseen.",
  examine: (examined) =>
    withBrief(examined, ({ scope }) => {
      const granted = new Set(scope.tools);
      return found(
        examined.graph.nodes.flatMap((node) =>
          toolsOf(node)
            .filter((tool) => !granted.has(tool))
            .map((tool) => ({
              target: { type: "node" as const, id: node.id },
              message: `"${node.title}" may use "${tool}", which the brief doesn't grant.`,
              fixes: withoutTool(node, tool),
            })),
        ),
      );
    }),
};

function toolsOf(node: Node): string[] {
  if (node.kind === "tool") return typeof node.tool === "string" ? [node.tool] : [];
  return "tools" in node && Array.isArray(node.tools) ? node.tools : [];
}

function withoutTool(node: Node, tool: string) {
  if (!("tools" in node) || !Array.isArray(node.tools)) return [];
  const value = node.tools.filter((one) => one !== tool);
  return [{ title: `Take "${tool}" away`, ops: [{ op: "node-update" as const, id: node.id, changes: [{ path: ["tools"], value }] }] }];
}
