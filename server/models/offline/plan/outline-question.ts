import type { Brief } from "../../../../core/brief/brief.ts";
import { readShape, type Shape } from "../question/shape.ts";
import { splitClauses } from "../question/split-clauses.ts";
import { capitalized, cleanLine, cleanPhrase, contentWords, enumerated } from "../question/words.ts";
import type { Findings } from "./findings.ts";
import { outlineCause } from "./outline-cause.ts";
import { outlineChange } from "./outline-change.ts";
import { lookBothWays } from "./look-both-ways.ts";
import { outlineComparison } from "./outline-comparison.ts";
import { outlineDisagreement } from "./outline-disagreement.ts";
import { outlineDispute } from "./outline-dispute.ts";
import { outlineHowTo } from "./outline-how-to.ts";
import { outlineItems } from "./outline-items.ts";
import { outlineLimits } from "./outline-limits.ts";
import { outlineRequirements } from "./outline-requirements.ts";
import { outlineTopics } from "./outline-topics.ts";
import { part, type Outline } from "./part.ts";

/**
 * Divides a question: along its requirements when the brief has some, else along what it asks.
 * @param findings null before anything was searched; what is divided along headings is then not divided yet.
 */
export function outlineQuestion(brief: Brief, findings: Findings | null): Outline {
  const outline = outlineAsked(brief, findings);
  return { ...outline, parts: lookBothWays(outline.parts, brief.question) };
}

function outlineAsked({ question, requirements }: Brief, findings: Findings | null): Outline {
  const clauses = splitClauses(question);
  const shapes = clauses.map(readShape);
  const [first] = shapes;
  if (requirements.length > 0) return outlineRequirements({ question, requirements }, shapes);
  if (first === undefined || clauses.length < 2) return outlineShape(first ?? { kind: "open", subject: subjectOf(undefined, question) }, findings, clauses[0]);
  return outlineClauses(clauses, shapes, question);
}

function subjectOf(shape: Shape | undefined, question: string): string {
  const whole = cleanPhrase(question, 80);
  if (shape === undefined) return whole === "" ? "what is asked" : whole;
  if (shape.kind === "comparison") return enumerated(shape.sides);
  if (shape.kind === "change") return shape.before === null ? shape.after : `${shape.before} to ${shape.after}`;
  return shape.subject === "" ? whole : shape.subject;
}

/** @param clause what the title says, where the shape has no better words for it */
function outlineShape(shape: Shape, findings: Findings | null, clause = ""): Outline {
  const outline = divide(shape, findings);
  const title = capitalized(cleanLine(clause, 100));
  return title === "" || shape.kind === "comparison" || shape.kind === "change" ? outline : { ...outline, title };
}

function divide(shape: Shape, findings: Findings | null): Outline {
  switch (shape.kind) {
    case "comparison":
      return outlineComparison(shape);
    case "change":
      return outlineChange(shape);
    case "items":
      return outlineItems(shape);
    case "how-to":
      return outlineHowTo(shape.subject);
    case "limits":
      return outlineLimits(shape.subject);
    case "cause":
      return outlineCause(shape.subject);
    case "dispute":
      return shape.isYesNo ? outlineDispute(shape.subject) : outlineDisagreement(shape.subject);
    case "open":
      return outlineTopics(shape.subject, findings?.of(shape.subject) ?? null);
  }
}

/** Several things asked at once: each that divides by itself brings its own parts, any other is one part. */
function outlineClauses(clauses: readonly string[], shapes: readonly Shape[], question: string): Outline {
  const subject = subjectOf(shapes[0], question);
  const asked = clauses.map((clause) => cleanPhrase(clause, 90));
  const outlines = shapes.map((shape, index) =>
    standsAlone(shape, shapes.length) ? outlineShape(shape, null) : outlineClause(asked[index] ?? "", subject, index),
  );
  const titles = outlines.flatMap(({ parts }) => parts.map(({ title }) => title));
  const isShared = (title: string) => titles.indexOf(title) !== titles.lastIndexOf(title);
  const numbered = outlines.map(({ parts }, index) => {
    const keyOf = (key: string) => `q${index + 1}-${key}`;
    const titleOf = (title: string) => (isShared(title) ? cleanLine(`${title}: ${subjectOf(shapes[index], question)}`, 100) : title);
    return parts.map((one) => ({ ...one, key: keyOf(one.key), title: titleOf(one.title), needs: one.needs.map(keyOf) }));
  });
  return {
    // What only tells the background is no title.
    title: capitalized(cleanLine(question.trim().startsWith(clauses[0] ?? "") ? question : asked.join(", "), 100)),
    dimension: `By what is asked: ${asked.map((clause) => `"${clause}"`).join(", ")}.`,
    parts: numbered.flat(),
    alternatives: [
      { summary: "One worker for the whole question", whyNot: `It asks ${clauses.length} things; an answer to the first would pass for an answer to all.` },
      ...outlines.flatMap(({ alternatives }) => alternatives.slice(0, 1)).slice(0, 2),
    ],
    reportOrder: `One section for each thing asked, in the order of the question: ${asked.map((clause) => `"${clause}"`).join(", ")}.`,
    checkNote: [...new Set(outlines.map(({ checkNote }) => checkNote))].join(" "),
  };
}

/** Whether a clause is divided by itself: it says what it is about, and there are few enough of them. */
function standsAlone(shape: Shape, count: number): boolean {
  if (shape.kind === "comparison" || shape.kind === "change" || shape.kind === "items") return true;
  return count <= 2 && shape.kind !== "open" && contentWords(shape.subject).length >= 2 && !/\b(?:it|they|this|that|them)\b/i.test(shape.subject);
}

function outlineClause(clause: string, subject: string, index: number): Outline {
  const isFirst = index === 0;
  const words = contentWords(clause);
  return {
    title: clause,
    dimension: "",
    parts: [
      part({
        key: clause,
        title: capitalized(clause),
        query: isFirst || words.length > 3 ? words.join(" ") : `${subject} ${words.join(" ")}`,
        instructions: `Find what the documents say to this part of the question: "${clause}"${isFirst ? "" : ` (the question is about "${subject}")`}. Quote the exact words, with version or condition where the source names one. The other parts have workers of their own.`,
        why: "It is asked in the same breath as other things and would be lost among them, so it has a worker of its own.",
      }),
    ],
    alternatives: [],
    reportOrder: "",
    checkNote: "A claim must answer the part of the question it stands under.",
  };
}
