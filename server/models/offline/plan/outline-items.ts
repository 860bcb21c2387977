import type { Shape } from "../question/shape.ts";
import { capitalized } from "../question/words.ts";
import { part, type Outline } from "./part.ts";

/** Something to be gone through one by one: find the list, do the work once per item, then look for what is missing. */
export function outlineItems({ noun, subject }: Extract<Shape, { kind: "items" }>): Outline {
  const items = part({
    key: `each-${noun}`,
    title: `One by one: ${noun}`,
    query: noun === subject ? `${noun} list overview` : subject,
    instructions: `List what the documents name of "${noun}" that the question asks about, each once, under the name the documents use, with the source where it is named. Leave out nothing because it seems minor.`,
    perItem: {
      noun,
      instructions: `Answer the question for this one item, and for nothing else. Quote the exact words. When the documents say nothing about it, say that.`,
    },
    why: `The question asks about ${noun} one by one, and how many there are is known only once they are listed.`,
    doneWhen: "Every item has its own answer, or is named as one about which the documents are silent.",
  });
  return {
    title: `${capitalized(noun)}, one by one`,
    dimension: `By item: each of "${noun}" that the documents name.`,
    parts: [
      items,
      part({
        key: "left-out",
        title: "Look for what was left out",
        query: `${noun} other additional also`,
        needs: [items.key],
        instructions: `Compare the list you received with the documents: which of "${noun}" is named there and not in the list, or twice in the list under two names? Quote the place where a missing one is named.`,
        why: "A list looks complete to whoever wrote it; somebody else looks for what isn't there.",
        doneWhen: "What is missing is named with a quote, or the search for it is described.",
      }),
    ],
    alternatives: [
      { summary: "One worker answers for all of them", whyNot: `With many of "${noun}" in one context the later ones get a line each, and nobody sees which was skipped.` },
      { summary: "A fixed list of workers, one for each item known now", whyNot: "What there is stands in the documents, not in the question: a list made now would be a guess." },
    ],
    reportOrder: `One section or row for each of "${noun}", the same points in the same order; then what was found missing.`,
    checkNote: "A quote about one item supports no claim about its neighbour in a list.",
  };
}
