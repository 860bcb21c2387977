import type { Edge } from "../workflow/edge.ts";
import { isUnknown } from "../workflow/unknown-value.ts";
import type { GraphView } from "./graph-view.ts";

/** Whether the receiver of a data edge takes what it brings: an agent may leave inputs out of its context. */
export function isTaken(edge: Edge, view: GraphView): boolean {
  if (edge.kind !== "data") return false;
  const receiver = view.node(edge.to);
  if (receiver?.kind !== "agent" || isUnknown(receiver.context)) return receiver !== undefined;
  const { inputs } = receiver.context;
  return inputs === "all" || inputs.includes(edge.as);
}
