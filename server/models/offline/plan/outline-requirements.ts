import type { Brief, Requirement } from "../../../../core/brief/brief.ts";
import { readShape, type Shape } from "../question/shape.ts";
import { capitalized, cleanLine, cleanPhrase, contentWords, enumerated, namesIn } from "../question/words.ts";
import { part, type Outline, type Part } from "./part.ts";

const tasks: Record<Requirement["kind"], string> = {
  aspect: "Answer this part of the question",
  evidence: "Find this evidence",
  item: "Answer the question for each of these, none left out",
};

/** Requirements: what the answer must cover is written down, so the work is divided along that, however it was asked. */
export function outlineRequirements({ question, requirements }: Pick<Brief, "question" | "requirements">, shapes: readonly Shape[]): Outline {
  const readers = requirements.map((requirement) => readerOf(requirement, question));
  const combine = combinePart(shapes, readers);
  return {
    title: capitalized(cleanLine(question, 100)),
    dimension: "By requirement of the brief, one worker each.",
    parts: combine === null ? readers : [...readers, combine],
    alternatives: [
      {
        summary: "By topic, as the documents divide it",
        whyNot: `The brief says what must be answered (${enumerated(requirements.slice(0, 3).map(({ id }) => id.toUpperCase()))}${requirements.length > 3 ? " …" : ""}): topics of the documents could leave one of them without a worker.`,
      },
      requirements.length === 1
        ? { summary: "Several workers for the one requirement", whyNot: "They would find the same passages for the same words." }
        : { summary: "One worker for all requirements", whyNot: `${requirements.length} requirements in one context: the last ones get what is left of it, and a missing one can't be traced to anybody.` },
    ],
    reportOrder: "Begin with the answer, then each requirement in the brief's order, by its text; unanswered ones are named as such.",
    checkNote: "A claim must answer the requirement it stands under, not one that sounds like it.",
  };
}

function readerOf({ id, text, kind, isCritical }: Requirement, question: string): Part {
  const shape = readShape(text);
  const perItem =
    kind === "item" || (kind === "aspect" && shape.kind === "items")
      ? { noun: shape.kind === "items" ? shape.noun : cleanPhrase(text, 40), instructions: `For this one item, answer: "${text}". Quote the exact words; say so when the documents are silent about it.` }
      : null;
  return part({
    key: `${id}-${text}`,
    title: capitalized(cleanLine(text, 80)),
    query: queryOf(text, question),
    instructions: `${tasks[kind]}: "${text}". Read with the question in mind, but look for this alone. Quote the exact words, with version or condition where the source names one.`,
    why: `${id.toUpperCase()} of the brief asks for this${isCritical ? ", and is critical: without it the result fails its audit" : ""}. So that it can't be lost among the others, it has a worker who answers for it.`,
    covers: [id],
    doneWhen: `${id.toUpperCase()} has at least one claim with a quote, or the documents are shown to be silent.`,
    ...(perItem === null ? {} : { perItem }),
  });
}

/** Its own words; the question's names, too, where it has none: "limits after the move" alone finds anything. */
function queryOf(text: string, question: string): string {
  const own = contentWords(text);
  const names = namesIn(text).length > 0 ? [] : namesIn(question).slice(0, 2);
  const context = own.length + names.length < 3 ? contentWords(question).slice(0, 3) : [];
  return [...new Set([...own, ...names, ...context])].join(" ");
}

/** Putting together what the question asks to be held against each other. */
function combinePart(shapes: readonly Shape[], readers: readonly Part[]): Part | null {
  const [comparison] = shapes.flatMap((shape) => (shape.kind === "comparison" ? [shape] : []));
  const isDisputed = shapes.some(({ kind }) => kind === "dispute");
  if (readers.length < 2) return null;
  const needs = readers.map(({ key }) => key);
  if (comparison !== undefined) {
    const sides = enumerated(comparison.sides.map((side) => `"${side}"`));
    return part({
      key: "side-by-side",
      title: "Side by side",
      needs,
      instructions: `For each requirement, set what was found about ${sides} side by side: where they agree, differ, or only one is documented. Add no claim without a quote that you received.`,
      why: `The question compares ${sides}; the workers before read by requirement, so the comparison is made here.`,
    });
  }
  return part({
    key: isDisputed ? "weigh" : "gaps-and-conflicts",
    searches: true,
    title: isDisputed ? "Weigh what was found" : "Gaps and conflicts",
    needs,
    instructions: `Hold the findings against each other and against the question: which two claims can't both hold, and which part of the question has none? Keep both sides of a conflict with their quotes. Search once more for what is missing.`,
    why: "Each worker before answers for one requirement only: nobody has seen yet whether the answers agree.",
    doneWhen: "Every conflict is named with both quotes, and every gap is named.",
  });
}
