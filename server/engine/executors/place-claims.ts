import type { ClaimsOutput, PlacedQuote, WorkerAnswer, WrittenQuote } from "../../../core/evidence/claim.ts";
import { quoteLocator } from "../../../core/evidence/locate-quote.ts";
import type { StepRun } from "./executor.ts";

/**
 * A worker's claims with ids of their own and every quote placed in its stored source: one that isn't there has no place.
 * Of the passages that come closest to what it didn't find, those that are there.
 */
export async function placeClaims(step: StepRun<"agent">, answer: WorkerAnswer): Promise<ClaimsOutput> {
  const locators = new Map<string, ReturnType<typeof quoteLocator> | null>();
  for (const { sourceId } of [...answer.claims.flatMap(({ quotes }) => quotes), ...answer.missing.flatMap(({ closest }) => closest)]) {
    if (locators.has(sourceId)) continue;
    const source = await step.findSource(sourceId);
    locators.set(sourceId, source === null ? null : quoteLocator(source.text));
  }
  const known = new Set(step.brief.requirements.map(({ id }) => id));
  const placed = ({ sourceId, exact }: WrittenQuote): PlacedQuote => ({ sourceId, exact, place: locators.get(sourceId)?.(exact).place ?? null });
  const claims = answer.claims.map(({ text, stance, answers, doubt, quotes }, index) => ({
    id: `${step.stepId}#${index + 1}`,
    stepId: step.stepId,
    foundBy: step.item === null ? step.node.title : step.item.key,
    text,
    stance,
    answers: (answers ?? step.node.covers).filter((id) => known.has(id)),
    doubt,
    quotes: quotes.map(placed),
  }));
  const missing = answer.missing.map(({ answers, closest, ...one }) => ({
    ...one,
    answers: answers.filter((id) => known.has(id)),
    closest: closest.map(placed).filter(({ place }) => place !== null),
  }));
  return { claims, missing };
}
