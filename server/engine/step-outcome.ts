import type { Brief } from "../../core/brief/brief.ts";
import type { GraphView } from "../../core/preflight/graph-view.ts";
import type { RunEvent } from "../../core/run/run-event.ts";
import type { StepState } from "../../core/run/run-state.ts";
import type { StoredValue } from "../../core/run/stored-value.ts";
import { wellFormed } from "../../core/text/well-formed.ts";
import { evaluateExpression } from "../../core/workflow/expression.ts";
import type { JsonValue } from "../../core/workflow/json-value.ts";
import type { Node } from "../../core/workflow/node.ts";
import { namesAt, type StepInputs } from "./step-inputs.ts";

const summaryLength = 200;
const messageLength = 1_000;

/**
 * A completed step with what its conditional edges come to; a condition that comes to nothing fails it.
 * @param output is asked for only where a condition is about it.
 */
export async function completion(
  { view, brief }: { view: GraphView; brief: Brief },
  { stepId, attempt, node }: { stepId: string; attempt: number; node: Node },
  { output: read, stored, summary }: { output: () => Promise<JsonValue>; stored: StoredValue; summary: string },
  received: StepInputs,
): Promise<RunEvent | { code: string; message: string }> {
  const edges: Record<string, boolean> = {};
  const conditional = view.outgoing(node.id).filter(({ when }) => when !== undefined);
  const output = conditional.length === 0 ? null : await read();
  for (const edge of conditional) {
    if (edge.when === undefined) continue;
    const evaluated = evaluateExpression(edge.when, { ...namesAt(received, brief as unknown as JsonValue), output });
    if (!evaluated.ok) return { code: "condition", message: `The condition of ${edge.id} can't be evaluated: ${evaluated.message}` };
    if (typeof evaluated.value !== "boolean") return { code: "condition", message: `The condition of ${edge.id} is neither true nor false.` };
    edges[edge.id] = evaluated.value;
  }
  return { type: "step-completed", stepId, attempt, output: stored, edges, summary: wellFormed(summary).slice(0, summaryLength) };
}

/** A failed attempt, with the wait before the next one where the node's retries allow it. */
export function failure(
  node: Node,
  { stepId, attempt, attemptsBefore }: Pick<StepState, "stepId" | "attempt" | "attemptsBefore">,
  error: { code: string; message: string; isRetryable: boolean },
): RunEvent {
  const tries = attempt - attemptsBefore;
  const { maxAttempts = 1, backoffMs = 0 } = node.retry ?? {};
  const retryInMs = error.isRetryable && tries < maxAttempts ? backoffMs * 2 ** (tries - 1) : null;
  return { type: "step-failed", stepId, attempt, error: { code: error.code, message: wellFormed(error.message).slice(0, messageLength) }, retryInMs };
}
