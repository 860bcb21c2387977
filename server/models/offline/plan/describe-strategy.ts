import type { PlanRequest } from "../../../../core/planning/plan-request.ts";
import type { JsonValue } from "../../../../core/workflow/json-value.ts";
import { enumerated } from "../question/words.ts";
import type { Findings } from "./findings.ts";
import type { FittedParts } from "./fit-parts.ts";
import type { Outline } from "./part.ts";

const mostNamed = 6;

/** Why the work is divided as it is, what else was possible, and when it is done. */
export function describeStrategy(outline: Outline, { parts, note }: FittedParts, request: PlanRequest, findings: Findings): JsonValue {
  const readers = parts.filter(({ needs }) => needs.length === 0);
  const combines = parts.filter(({ needs }) => needs.length > 0);
  const sentences = [
    `${readers.length === 1 ? "One worker reads" : `${readers.length} workers read apart from each other`}: ${named(readers.map(({ title }) => title))}.`,
    combines.length === 0 ? "" : `After that: ${named(combines.map(({ title }) => title))}.`,
    "A check that sees claims and quotes only comes before the report.",
    note,
    whatIsMissing(request, findings),
  ];
  const { requirements } = request.brief;
  return {
    summary: sentences.filter((sentence) => sentence !== "").join(" "),
    dimension: outline.dimension,
    alternatives: [...outline.alternatives, ...wholeReading(request)].slice(0, 4),
    doneWhen:
      requirements.length === 0
        ? "Every part has claims that passed the check, or the report names it as unanswered."
        : `Each of the ${requirements.length === 1 ? "brief's one requirement" : `brief's ${requirements.length} requirements`} has a claim that passed the check, or the report names it as unanswered.`,
  };
}

function named(titles: readonly string[]): string {
  const shown = titles.slice(0, mostNamed).map((title) => `"${title}"`);
  return titles.length > mostNamed ? `${shown.join(", ")} and ${titles.length - mostNamed} more` : enumerated(shown);
}

function whatIsMissing({ collections, tools }: PlanRequest, { all, hasSearched }: Findings): string {
  if (collections.length === 0) return "The brief grants no collection, so nothing could be looked up for this plan, and workers will have nothing to quote until one is added.";
  if (tools.length === 0) return "The brief grants no tool, so workers have only the passages that their context gives them.";
  return hasSearched && all.length === 0 ? "The first searches found nothing that is clearly about the question." : "";
}

function wholeReading({ brief, collections }: PlanRequest) {
  const documents = collections.reduce((sum, { documentCount }) => sum + documentCount, 0);
  if (documents <= brief.budget.maxAgents) return [];
  return [{ summary: "Read every document of the collections", whyNot: `They hold ${documents.toLocaleString("en")} documents, and the brief allows ${brief.budget.maxAgents === 1 ? "one agent" : `${brief.budget.maxAgents.toLocaleString("en")} agents`}.` }];
}
