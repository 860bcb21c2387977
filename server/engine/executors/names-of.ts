import type { JsonValue } from "../../../core/workflow/json-value.ts";
import type { StepRun } from "./executor.ts";

/** What the expressions of a node may name: its inputs, the brief, and in a map's body the item and its place. */
export function namesOf({ inputs, item, brief }: Pick<StepRun, "inputs" | "item" | "brief">): Record<string, JsonValue> {
  return { inputs: { ...inputs }, brief: brief as unknown as JsonValue, ...(item === null ? {} : { item: item.value, index: item.index }) };
}
