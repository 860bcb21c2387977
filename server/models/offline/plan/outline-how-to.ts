import { part, type Outline } from "./part.ts";

/** Instructions: what must be there, the steps, what goes wrong, and a dry run of the steps by somebody who wrote none. */
export function outlineHowTo(subject: string): Outline {
  const needs = part({
    key: "prerequisites",
    title: "What must be there first",
    query: `${subject} requirements installation`,
    instructions: `Find what the documents ask for before one can start on "${subject}": versions, packages, settings, rights. Quote the exact words.`,
    why: "Prerequisites stand at the beginning of other documents than the steps, and are what instructions forget.",
  });
  const steps = part({
    key: "steps",
    title: "The steps",
    query: subject,
    instructions: `Find the steps for "${subject}" in their order, with the options at each and when to choose which. Keep code as it stands in the source. Where two documents show two ways, keep both and say where each is from.`,
    why: `The steps are what the question asks for ("${subject}").`,
    doneWhen: "The steps lead from nothing to the finished thing, each with a quote.",
  });
  const pitfalls = part({
    key: "pitfalls",
    title: "What goes wrong",
    query: `${subject} error troubleshooting caveats`,
    instructions: `Find what the documents warn of around "${subject}": errors with their causes, cases that don't work, settings with surprising defaults. Quote the exact words.`,
    why: "Warnings are scattered; whoever reads for steps passes them by.",
  });
  return {
    title: `How to: ${subject}`,
    dimension: "By what somebody needs in turn: prerequisites, steps, what goes wrong.",
    parts: [
      needs,
      steps,
      pitfalls,
      part({
        key: "dry-run",
        title: "Dry run of the steps",
        needs: [needs.key, steps.key, pitfalls.key],
        instructions: `Walk through the steps for "${subject}" as somebody who has only them and the prerequisites: name each place where something is used that no earlier step provides, and each warning that belongs to a step. Add no claim without a quote.`,
        why: "Whoever collected the steps knows too much to see the gap between two of them.",
        doneWhen: "Every step has what it needs, or the gap is named.",
      }),
    ],
    alternatives: [
      { summary: "One worker writes the instructions in one go", whyNot: `It would stop at the first way to "${subject}" that it finds, and warnings elsewhere would stay unread.` },
      { summary: "One worker per step", whyNot: "The steps aren't known before somebody has read them." },
    ],
    reportOrder: "Prerequisites, then the steps in order with their warnings where they belong, then how to see that it worked.",
    checkNote: "A step must be in the quote, not only near it; code must be exactly the source's.",
  };
}
