import canonicalize from "canonicalize";
import { resultNodes } from "../../core/run/next-steps.ts";
import type { GraphView } from "../../core/preflight/graph-view.ts";
import type { RunState, StepState } from "../../core/run/run-state.ts";
import { stepIdOf } from "../../core/run/step-id.ts";
import type { NodeOf } from "../../core/workflow/runnable-kind.ts";
import type { Piece } from "./run-contents.ts";

/**
 * Puts together what a map's items came to (SPEC C6), in the order of the items: `{key, status: "completed", value}`,
 * `{key, status: "failed", error}` or `{key, status: "skipped"}`.
 * @returns the pieces of its canonical text, keys sorted.
 */
export function mapResults(view: GraphView, state: RunState, node: NodeOf<"map">, stepId: string): { pieces: Piece[]; summary: string } {
  const ends = resultNodes(view, node.id).toSorted();
  const body = view.children(node.id).map(({ id }) => id);
  const keys = state.stepsById.get(stepId)?.itemKeys ?? [];
  const results: Piece[][] = [];
  let completed = 0;
  for (const key of keys) {
    const stepOf = (nodeId: string) => state.stepsById.get(stepIdOf(nodeId, stepId, key));
    const error = body.map(stepOf).find((step) => step?.status === "failed")?.error;
    const value = error ? [] : valueOf(ends, stepOf);
    if (error) {
      if (node.onItemError !== "skip") results.push([textOf({ key, status: "failed", error })]);
    } else if (value.length === 0) {
      results.push([textOf({ key, status: "skipped" })]);
    } else {
      completed += 1;
      results.push([`${textOf({ key, status: "completed" }).slice(0, -1)},"value":`, ...value, "}"]);
    }
  }
  const list = results.flatMap((pieces, index) => (index === 0 ? pieces : [",", ...pieces]));
  return { pieces: ["[", ...list, "]"], summary: `${completed} of ${keys.length} ${keys.length === 1 ? "item" : "items"}` };
}

/** The result of a scope (SPEC C5): its one end's output, or an object of several by their ids; nothing when all were skipped. */
export function valueOf(ends: readonly string[], stepOf: (nodeId: string) => StepState | undefined): Piece[] {
  const outputs = ends.flatMap((nodeId) => {
    const { output = null, outputSequence = null } = stepOf(nodeId) ?? {};
    return output === null || outputSequence === null ? [] : [{ nodeId, piece: { stored: output, sequence: outputSequence } }];
  });
  if (outputs.length === 0) return [];
  if (ends.length === 1) return outputs.map(({ piece }) => piece);
  return ["{", ...outputs.flatMap(({ nodeId, piece }, index) => [`${index === 0 ? "" : ","}${textOf(nodeId)}:`, piece]), "}"];
}

function textOf(value: unknown): string {
  return canonicalize(value) ?? "null";
}
