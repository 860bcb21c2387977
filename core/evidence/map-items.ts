import { stepIdOf } from "../run/step-id.ts";
import type { AuditedRun } from "./audited-run.ts";

/** What came of one map of a run: the keys of its items, and of those without a result. */
export interface MapItems {
  stepId: string;
  title: string;
  keys: readonly string[];
  without: readonly string[];
}

/** Every map that knew its items; an item has a result when an end of its body completed (SPEC C5, C6). */
export function mapItemsOf({ view, state }: AuditedRun): MapItems[] {
  return [...state.stepsById.values()].flatMap(({ stepId, nodeId, itemKeys }) => {
    const node = view.node(nodeId);
    if (node?.kind !== "map" || itemKeys === null) return [];
    const ends = view.children(nodeId).filter(({ id }) => view.outgoing(id).length === 0);
    const hasResult = (key: string) => ends.some(({ id }) => state.stepsById.get(stepIdOf(id, stepId, key))?.status === "completed");
    return [{ stepId, title: node.title, keys: itemKeys, without: itemKeys.filter((key) => !hasResult(key)) }];
  });
}
