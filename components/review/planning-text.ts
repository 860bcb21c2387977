import type { PlanCall } from "../../core/workflow/plan-entry.ts";
import { shortNumber } from "../canvas/node-facts.ts";
import { usageText } from "../models/usage-text.ts";
import { moneyText, spanText } from "../parts/number-text.ts";

/** What the writing of a plan took: "12k tokens, $0.08". */
export function planningText(calls: readonly PlanCall[]): string {
  const taken = calls.filter(({ usage }) => usage !== null);
  const tokens = taken.reduce((sum, { usage }) => sum + (usage?.input ?? 0) + (usage?.output ?? 0), 0);
  const cost = taken.some(({ costMicroUsd }) => costMicroUsd === null) ? null : taken.reduce((sum, { costMicroUsd }) => sum + (costMicroUsd ?? 0), 0);
  return `${shortNumber(tokens)} tokens, ${cost === null ? "cost not known" : moneyText(cost)}`;
}

/** One call in a sentence. */
export function planCallText(call: PlanCall): string {
  if (call.type === "model-failed") return call.retryInMs === undefined ? `brought no plan: ${call.message}` : `did not answer, again in ${spanText(call.retryInMs)}: ${call.message}`;
  const { usage, costMicroUsd, insteadOf, promptVersion } = call;
  return `${usageText(usage)}, ${costMicroUsd === null ? "cost not known" : moneyText(costMicroUsd)}, prompt ${promptVersion}${insteadOf === undefined ? "" : `, in place of ${insteadOf}`}`;
}
