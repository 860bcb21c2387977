import { resultNodes } from "../../core/run/next-steps.ts";
import type { GraphView } from "../../core/preflight/graph-view.ts";
import type { RunState } from "../../core/run/run-state.ts";
import { stepIdOf } from "../../core/run/step-id.ts";
import type { StoredValue } from "../../core/run/stored-value.ts";
import type { JsonValue } from "../../core/workflow/json-value.ts";
import type { NodeOf } from "../../core/workflow/runnable-kind.ts";

/** One entry of a map's result (SPEC C6), in the order of the items. */
type ItemResult =
  | { key: string; status: "completed"; value: JsonValue }
  | { key: string; status: "failed"; error: { code: string; message: string } }
  | { key: string; status: "skipped" };

/** Puts together what a map's items came to. */
export async function mapResults(
  { view, state, get }: { view: GraphView; state: RunState; get(stored: StoredValue): Promise<JsonValue> },
  node: NodeOf<"map">,
  stepId: string,
): Promise<{ output: JsonValue; summary: string }> {
  const ends = resultNodes(view, node.id);
  const body = view.children(node.id).map(({ id }) => id);
  const keys = state.stepsById.get(stepId)?.itemKeys ?? [];
  const results: ItemResult[] = [];
  for (const key of keys) {
    const stepOf = (nodeId: string) => state.stepsById.get(stepIdOf(nodeId, stepId, key));
    const error = body.map(stepOf).find((step) => step?.status === "failed")?.error;
    if (error) results.push({ key, status: "failed", error });
    else results.push({ key, ...(await valueOf(ends, (nodeId) => stepOf(nodeId)?.output ?? null, get)) });
  }
  const kept = node.onItemError === "skip" ? results.filter(({ status }) => status !== "failed") : results;
  const completed = results.filter(({ status }) => status === "completed").length;
  return { output: kept, summary: `${completed} of ${keys.length} ${keys.length === 1 ? "item" : "items"}` };
}

/** The result of a scope (SPEC C5): its one end's output, or an object of several by their ids. */
async function valueOf(
  ends: readonly string[],
  outputOf: (nodeId: string) => StoredValue | null,
  get: (stored: StoredValue) => Promise<JsonValue>,
): Promise<{ status: "completed"; value: JsonValue } | { status: "skipped" }> {
  const values: [string, JsonValue][] = [];
  for (const nodeId of ends) {
    const stored = outputOf(nodeId);
    if (stored !== null) values.push([nodeId, await get(stored)]);
  }
  const [only] = values;
  if (only === undefined) return { status: "skipped" };
  return { status: "completed", value: ends.length === 1 ? only[1] : Object.fromEntries(values) };
}
