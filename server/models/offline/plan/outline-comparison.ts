import type { Shape } from "../question/shape.ts";
import { capitalized, enumerated } from "../question/words.ts";
import { part, type Outline } from "./part.ts";

/** A comparison: each side is read by a worker who doesn't know the others' findings, then they are set side by side. */
export function outlineComparison({ sides, regard }: Extract<Shape, { kind: "comparison" }>): Outline {
  const about = regard === null ? "" : ` (${regard})`;
  const all = enumerated(sides);
  const readers = sides.map((side) =>
    part({
      key: `read-${side}`,
      title: capitalized(side),
      query: regard === null ? side : `${side} ${regard}`,
      instructions:
        `Find what the documents say about "${side}"${about}: what it is for, how it behaves, what it needs, what it costs and where it ends. ` +
        `Read only about this side. Quote the exact words, with the version they speak of when they name one.`,
      why: `"${side}" is read apart from ${enumerated(sides.filter((other) => other !== side).map((other) => `"${other}"`))}, so that what is said of one can't pass for the other.`,
      doneWhen: `What "${side}" is, does and lacks is told in claims with quotes.`,
    }),
  );
  return {
    title: `Compare ${all}${about}`,
    dimension: `By side: ${all}.`,
    parts: [
      ...readers,
      part({
        key: "side-by-side",
        title: "Side by side",
        needs: readers.map(({ key }) => key),
        instructions:
          `Set the findings about ${all} side by side${about}: where they agree, where they differ, and what is told of one only. ` +
          `Add no claim of your own: each rests on the quotes you received. Say for whom which one fits, as far as the quotes carry it.`,
        why: "A difference is visible only to somebody who has all sides before them.",
        doneWhen: "Each point names what every side says to it, or that it says nothing.",
      }),
    ],
    alternatives: [
      {
        summary: "By criterion: one worker per point of comparison, reading all sides",
        whyNot:
          regard === null
            ? "The question names no points of comparison: they would be guessed before anything is read, and what doesn't fit them would be lost."
            : `The question names one point only ("${regard}"): there would be a single worker with all sides in one context.`,
      },
      {
        summary: `One worker for ${all} together`,
        whyNot: `${sides.length} sides in one context mix: a quote about one side would be taken for another, and nobody could tell from the trace.`,
      },
    ],
    reportOrder: "Begin with the difference that decides, then point by point what each side says.",
    checkNote: `A quote about one of ${all} supports no claim about another.`,
  };
}
