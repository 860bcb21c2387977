import { part, type Outline } from "./part.ts";

/** Where documents say different things about one subject: what is usually said, what is said elsewhere, and what can't both hold. */
export function outlineDisagreement(subject: string): Outline {
  const stated = part({
    key: "stated",
    title: "What is stated",
    query: subject,
    instructions: `Find what the documents state about "${subject}": rules, defaults, numbers, recommendations. One claim per statement, each with its exact words and the place it stands in. Don't smooth anything over.`,
    why: "Two statements can be held against each other only when each is there in its own words.",
  });
  const elsewhere = part({
    key: "stated-elsewhere",
    title: "What is stated elsewhere",
    query: `${subject} default version exception deprecated`,
    instructions: `Find statements about "${subject}" in other sorts of places: references beside guides, migration notes, version histories, warnings, footnotes. One claim per statement, with its exact words and its version or condition.`,
    why: "A disagreement stands between two places, and the second is seldom the one that a search brings up first.",
  });
  return {
    title: `Disagreement: ${subject}`,
    dimension: "By place: what is stated first, what is stated elsewhere, what of it can't both hold.",
    parts: [
      stated,
      elsewhere,
      part({
        key: "irreconcilable",
        title: "What can’t both hold",
        needs: [stated.key, elsewhere.key],
        instructions: `Go through the statements about "${subject}" in pairs: which can't both hold as they are written? Keep both quotes of each pair, and say what may tell them apart: version, environment, default, age. Decide nothing that the quotes don't decide.`,
        why: "Only somebody who has both places before them sees that they differ.",
        doneWhen: "Each pair that can't both hold is named with both quotes, or it is said that there is none.",
      }),
    ],
    alternatives: [
      { summary: "What speaks for it and what against it", whyNot: `"${subject}" is no statement that could be true or false: there is nothing to be for or against.` },
      { summary: "One worker reads everything and reports contradictions", whyNot: "Whoever reads one text after the other makes sense of the second by the first." },
    ],
    reportOrder: "Begin with whether the documents disagree; then each pair with both quotes; then what may explain it.",
    checkNote: "Two quotes contradict each other only when they speak of the same version and the same condition.",
  };
}
