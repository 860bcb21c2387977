import type { Node } from "../workflow/node.ts";
import type { Examined } from "./rule.ts";
import { writingToolsOf, type ToolEffect } from "./tool-effect.ts";

/** A node that changes something in the world, with the tools by which it does. */
export interface WritingNode {
  node: Node;
  tools: readonly ToolEffect[];
  /** An error rests on what is declared; by its name alone a tool only seems to write. */
  severity: "error" | "warning";
  /** Says what it uses, and how one knows: `"send_mail"` or `"send_mail" (a write, by its name)`. */
  words: string;
}

/** Every node that writes, or seems to by the names of its tools. */
export function writingNodes({ graph, surroundings }: Pick<Examined, "graph" | "surroundings">): WritingNode[] {
  return graph.nodes.flatMap((node) => {
    const tools = writingToolsOf(node, surroundings);
    if (tools.length === 0) return [];
    const isDeclared = tools.some((tool) => tool.isDeclared);
    const names = tools.map(({ name }) => `"${name}"`).join(", ");
    return [{ node, tools, severity: isDeclared ? "error" : "warning", words: isDeclared ? names : `${names} (a write, by its name)` }];
  });
}
