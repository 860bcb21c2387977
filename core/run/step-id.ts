import { digestOfText } from "../text/digest.ts";

/** Longer keys are named by their digest, so that an id stays readable and short. */
const longestKey = 80;

/**
 * Names one step of a run: the node's id, below the containers and items it runs in.
 * `read` is a node without a parent, `each[report.md]/read` the same node inside the map `each`, for one item;
 * a pass of a loop is an item whose key is its number.
 * @param parentStepId of the container's own step; null without a parent.
 * @param itemKey of the item or pass; with a parent only.
 */
export function stepIdOf(nodeId: string, parentStepId: string | null = null, itemKey = ""): string {
  if (parentStepId === null) return nodeId;
  const key = encodeURIComponent(itemKey);
  const short = key.length > longestKey ? `sha256-${digestOfText(itemKey).slice(0, 32)}` : key;
  return `${parentStepId}[${short}]/${nodeId}`;
}

/** The id of the node that a step runs. */
export function nodeIdOf(stepId: string): string {
  return stepId.slice(stepId.lastIndexOf("/") + 1);
}

/** The container's step and the item that a step runs for; null for a step without a parent. */
export function placeOfStep(stepId: string): { parentStepId: string; itemId: string } | null {
  const slash = stepId.lastIndexOf("/");
  if (slash < 0) return null;
  const item = stepId.slice(0, slash);
  const bracket = item.lastIndexOf("[");
  return { parentStepId: item.slice(0, bracket), itemId: item.slice(bracket + 1, -1) };
}
