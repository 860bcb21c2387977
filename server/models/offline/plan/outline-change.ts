import type { Shape } from "../question/shape.ts";
import { capitalized } from "../question/words.ts";
import { part, type Outline } from "./part.ts";

/** A change: how it was, how it will be, the way between them, and what goes wrong on the way without a message. */
export function outlineChange({ before, after }: Extract<Shape, { kind: "change" }>): Outline {
  const from = before === null ? "what came before it" : `"${before}"`;
  const path = before === null ? `the change to "${after}"` : `the change from "${before}" to "${after}"`;
  const start = before === null ? [] : [
    part({
      key: `from-${before}`,
      title: capitalized(before),
      query: before,
      instructions: `Find how the documents describe "${before}" as far as ${path} touches it: what people have, call and configure there. Quote the exact words.`,
      why: `Without "${before}" as it is, nobody can say what of it is lost.`,
    }),
  ];
  const target = part({
    key: `to-${after}`,
    title: capitalized(after),
    query: after,
    instructions: `Find what the documents say about "${after}": what is new, what is required, what is gone compared with ${from}. Quote the exact words and the version they speak of.`,
    why: `What "${after}" asks for is documented in other places than ${before === null ? "how it was" : `"${before}"`}; mixed, old and new rules look alike.`,
  });
  const ends = [...start, target].map(({ key }) => key);
  const steps = part({
    key: "steps",
    title: "Steps of the change",
    query: `${before ?? ""} ${after} migration upgrade guide`.trim(),
    needs: ends,
    instructions: `Put together what has to be done for ${path}, in order: each step with the quote that asks for it. Say which steps a tool does and which are done by hand, as far as the documents say so.`,
    why: "The order of steps needs both ends before it, so it comes after them.",
    doneWhen: "Every step has a quote, and nothing that a later step needs is missing from an earlier one.",
  });
  const breaks = part({
    key: "breaks",
    title: "What breaks without a message",
    query: `${after} breaking deprecated removed default`,
    needs: ends,
    instructions: `Look for what behaves differently after ${path} without failing: changed defaults, renamed settings that are ignored, removed behaviour. Quote both the old and the new words where there are both.`,
    why: "A list of steps tells what to do, not what changes although nobody did anything: somebody has to look for that alone.",
  });
  return {
    title: before === null ? `What changes with ${after}` : `From ${before} to ${after}`,
    dimension: "By stage of the change: before, after, the steps between, what breaks quietly.",
    parts: [...start, target, steps, breaks],
    alternatives: [
      {
        summary: "Follow one migration guide from top to bottom",
        whyNot: `A guide for ${path} may not be among the documents, and what it forgets would be missing from the plan unseen.`,
      },
      { summary: "Steps only, without reading both ends", whyNot: `Changed defaults of "${after}" ask for no step: a list of steps leaves them out.` },
    ],
    reportOrder: "Begin with whether the change needs work at all, then the steps in order, then what changes without a step.",
    checkNote: "A quote must speak of the version that its claim is about: old and new rules look alike.",
  };
}
