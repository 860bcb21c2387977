import type { Node } from "../workflow/node.ts";
import { isUnknown, type UnknownValue } from "../workflow/unknown-value.ts";
import { setField } from "./fix.ts";
import type { Fix } from "./finding.ts";

/** What a node says of its tools: names, that they are not known, or undefined for a kind without any. */
export function toolFieldOf(node: Node): readonly string[] | string | UnknownValue | undefined {
  if (node.kind === "tool") return node.tool;
  return "tools" in node ? node.tools : undefined;
}

/** The names of the tools that a node may use, as far as they are known. */
export function toolsOf(node: Node): readonly string[] {
  const field = toolFieldOf(node);
  if (field === undefined || isUnknown(field)) return [];
  return typeof field === "string" ? [field] : field;
}

/** Takes a tool away where a node has a list of them; a tool step is nothing without its tool. */
export function withoutTool(node: Node, tool: string): Fix[] {
  if (node.kind === "tool") return [];
  return [setField(`Take "${tool}" away`, node.id, ["tools"], toolsOf(node).filter((one) => one !== tool))];
}
