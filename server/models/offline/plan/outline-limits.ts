import { part, type Outline } from "./part.ts";

/** Limits: the stated ones, the unstated conditions around them, and the ways past them. */
export function outlineLimits(subject: string): Outline {
  const stated = part({
    key: "stated-limits",
    title: "Limits as stated",
    query: `${subject} limit maximum`,
    instructions: `Find every limit of "${subject}" that the documents state: numbers with their units, what is not supported, what is refused. Quote the exact words, numbers included.`,
    why: "Numbers have to come from sentences that state them, so one worker looks for nothing else.",
    doneWhen: "Every limit has its number or its condition in a quote.",
  });
  const conditions = part({
    key: "conditions",
    title: "When they hold",
    query: `${subject} only when default version`,
    instructions: `Find on what the limits of "${subject}" depend: versions, environments, settings, plans, defaults. Quote the exact words.`,
    why: "A limit without its condition is wrong half of the time, and the condition often stands in another section.",
  });
  return {
    title: `Limits: ${subject}`,
    dimension: "By what one needs to know of a limit: the limit, its condition, the way past it.",
    parts: [
      stated,
      conditions,
      part({
        key: "ways-past",
        title: "Ways past them",
        query: `${subject} workaround alternative configure`,
        needs: [stated.key, conditions.key],
        instructions: `For each limit of "${subject}" that you received, find what the documents offer: a setting that raises it, another way, or nothing. Quote the exact words, and say so where there is nothing.`,
        why: "Which way past fits depends on the limits found, so it comes after them.",
      }),
    ],
    alternatives: [
      { summary: "A search for numbers, without a model", whyNot: `Numbers near "${subject}" are mostly examples; which of them is a limit, only the sentence around it tells.` },
      { summary: "One worker for limits, conditions and ways past them", whyNot: "It would look for ways past the first limit found before it knew the others." },
    ],
    reportOrder: "A table of limits with condition and way past, the hardest first.",
    checkNote: "Numbers and units must be in the quote itself.",
  };
}
