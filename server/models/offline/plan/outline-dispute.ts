import { contentWords } from "../question/words.ts";
import { part, type Outline } from "./part.ts";

/** A yes-or-no question, or one about disagreement: somebody looks for what supports it, another for what refutes it. */
export function outlineDispute(subject: string): Outline {
  const supports = part({
    key: "speaks-for",
    title: "What speaks for it",
    query: contentWords(subject).join(" "),
    instructions: `Find what in the documents speaks for a yes to "${subject}". Quote the exact words. Another worker looks for the opposite: don't weigh.`,
    why: "A question that yes would answer is answered with yes too easily, so both answers get a worker of their own.",
  });
  const refutes = part({
    key: "speaks-against",
    title: "What speaks against it",
    query: `${contentWords(subject).join(" ")} exception`,
    instructions: `Find what in the documents speaks for a no to "${subject}". Look for exceptions, other versions, other defaults. Quote the exact words. Another worker looks for support: don't weigh.`,
    why: "Nobody finds what they don't look for: this worker is told to look for the opposite only.",
  });
  return {
    title: subject,
    dimension: "By answer: what speaks for it, what speaks against it.",
    parts: [
      supports,
      refutes,
      part({
        key: "weigh",
        title: "Weigh both",
        needs: [supports.key, refutes.key],
        instructions: `Hold both sides of the question "${subject}" against each other. Where two quotes can't both hold, keep both and say what tells them apart: version, environment, default. Decide only as far as the quotes decide.`,
        why: "Only here do both sides meet; neither reader could tone the other down.",
        doneWhen: "The answer is yes, no or it depends, with the quotes that decide and those that contradict.",
      }),
    ],
    alternatives: [
      { summary: "One worker answers yes or no", whyNot: `It would search for "${subject}" as it is put, find what agrees with the wording, and stop.` },
      { summary: "A vote of several workers with the same task", whyNot: "Workers with the same words find the same passages: their agreement would say nothing about the other side." },
    ],
    reportOrder: "Begin with yes, no or it depends; then what supports it, what contradicts it, and under which conditions which holds.",
    checkNote: "Look for quotes that hold only under a condition which the claim leaves out.",
  };
}
