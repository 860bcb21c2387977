import { evaluateExpression } from "../../../core/workflow/expression.ts";
import type { JsonValue } from "../../../core/workflow/json-value.ts";
import type { Executor } from "./executor.ts";
import { namesOf } from "./names-of.ts";

/** Calls one tool with what the arguments' expressions come to. */
export const executeTool: Executor<"tool"> = async (step) => {
  const { node, tools } = step;
  if (typeof node.tool !== "string" || isUnknown(node.arguments)) return failed("unknown", "What this step calls isn't known.");
  const input: Record<string, JsonValue> = {};
  for (const [name, expression] of Object.entries(node.arguments)) {
    const evaluated = evaluateExpression(expression, namesOf(step));
    if (!evaluated.ok) return failed("expression", `The argument ${name} can't be evaluated: ${evaluated.message}`);
    input[name] = evaluated.value;
  }
  const outcome = await tools.call(node.tool, input);
  if (!outcome.ok) return { status: "failed", code: outcome.reason, message: outcome.message, isRetryable: outcome.reason === "failed" };
  return { status: "completed", output: outcome.output, summary: `Called ${node.tool}` };
};

function isUnknown(value: Record<string, unknown>): value is { unknown: string } {
  return "unknown" in value;
}

function failed(code: string, message: string) {
  return { status: "failed", code, message, isRetryable: false } as const;
}
