import type { Node } from "../workflow/node.ts";
import { isUnknown } from "../workflow/unknown-value.ts";

/** Whether a step is given the text of a requirement; null where its context is not known, or is not declared for its kind. */
export function receivesRequirement(node: Node, requirementId: string): boolean | null {
  if (node.kind !== "agent" || isUnknown(node.context)) return null;
  const { requirements } = node.context;
  if (requirements === "all") return true;
  return requirements === "covered" ? node.covers.includes(requirementId) : requirements.includes(requirementId);
}
