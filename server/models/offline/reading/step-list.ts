import type { Aspect } from "./aspect.ts";
import { isCalledLike } from "./called-like.ts";
import type { FoundUnit } from "./search-knowledge.ts";

export const fewestSteps = 2;
export const mostSteps = 14;

/** The numbered headings of the first page that is called like what is to be done, in their order; empty when none is. */
export function stepsFor(units: readonly FoundUnit[], aspect: Aspect): FoundUnit[] {
  if (aspect.kind !== "how-to" && aspect.kind !== "change") return [];
  const steps = units.filter((unit) => unit.kind === "step" && isCalledLike(unit, aspect));
  const [first] = steps;
  const together = steps.filter(({ sourceId }) => sourceId === first?.sourceId).toSorted((one, other) => one.start - other.start);
  return together.length < fewestSteps ? [] : together.slice(0, mostSteps);
}
