import { evaluateExpression } from "../../../core/workflow/expression.ts";
import type { JsonValue } from "../../../core/workflow/json-value.ts";
import type { Executor, StepRun } from "./executor.ts";
import { namesOf } from "./names-of.ts";

/** Lists what a map's body runs for, once (SPEC C1), each under a key of its own (C2), or asks where there are too many (C3). */
export const executeMap: Executor<"map"> = async (step) => {
  const { node, stepId } = step;
  if (typeof node.items !== "string") return failed("unknown", "What this map runs over isn't known.");
  const evaluated = evaluateExpression(node.items, namesOf(step));
  if (!evaluated.ok) return failed("expression", `The items can't be evaluated: ${evaluated.message}`);
  const items = evaluated.value;
  if (!Array.isArray(items)) return failed("not-a-list", `The items (${node.items}) are no list.`);
  const maxItems = maxItemsOf(step);
  if (maxItems === null) return failed("unknown", "How many items this map may have isn't known.");
  if (items.length > maxItems) return { status: "waiting", wait: { kind: "items-over-limit", stepId, count: items.length, maxItems } };
  const keys: string[] = [];
  for (const [index, item] of items.entries()) {
    const key = keyOf(step, item, index);
    if (!key.ok) return failed("expression", `The key of item ${index + 1} can't be evaluated: ${key.message}`);
    keys.push(key.value);
  }
  const twice = firstTwice(keys);
  if (twice !== null) return failed("equal-keys", `Two items of its list have the same key, ${twice}: they could not be told apart, so none was begun.`);
  return { status: "listed", items, keys };
};

function firstTwice(keys: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const key of keys) {
    if (seen.has(key)) return key;
    seen.add(key);
  }
  return null;
}

/** As approved, or as somebody has raised it; no limit of its own where none is named. */
function maxItemsOf({ node, answer }: StepRun<"map">): number | null {
  if (node.maxItems !== undefined && typeof node.maxItems !== "number") return null;
  const raised = answer?.wait.kind === "items-over-limit" && typeof answer.answer.value === "number" ? answer.answer.value : 0;
  return Math.max(node.maxItems ?? Infinity, raised);
}

function keyOf(step: StepRun<"map">, item: JsonValue, index: number): { ok: true; value: string } | { ok: false; message: string } {
  const { itemKey } = step.node;
  if (itemKey === undefined) return { ok: true, value: String(index) };
  const evaluated = evaluateExpression(itemKey, { ...namesOf(step), item, index });
  if (!evaluated.ok) return evaluated;
  const { value } = evaluated;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return { ok: true, value: String(value) };
  return { ok: false, message: "it is neither a text nor a number." };
}

function failed(code: string, message: string) {
  return { status: "failed", code, message, isRetryable: false } as const;
}
