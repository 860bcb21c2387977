import { asksForContrary, isHypothesis } from "../../../../core/preflight/prose/hypothesis.ts";
import type { Part } from "./part.ts";

/** Where a question can be answered with no and no part looks for a no, everybody who reads does. */
export function lookBothWays(parts: readonly Part[], question: string): Part[] {
  if (!isHypothesis(question) || parts.some(({ title, instructions, needs }) => needs.length === 0 && asksForContrary(`${title}. ${instructions}`))) return [...parts];
  return parts.map((part) => (part.needs.length > 0 ? part : { ...part, instructions: `${part.instructions} Look for what speaks against it with the same care.` }));
}
