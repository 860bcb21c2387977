import { addWorker } from "../add-worker.ts";
import { found, withBrief, type Rule } from "../rule.ts";

/** A plan that looks complete and leaves out what was asked for. */
export const requirementUncovered: Rule = {
  id: "coverage/requirement-uncovered",
  severity: "error",
  reads: "structure",
  why: "Nobody is told to answer this part of the question, so the report can't.",
  examine: (examined) =>
    withBrief(examined, (brief) => {
      const covered = new Set(examined.graph.nodes.flatMap((node) => node.covers));
      return found(
        brief.requirements
          .filter(({ id }) => !covered.has(id))
          .map(({ id, text, isCritical }) => ({
            target: { type: "requirement", id },
            message: `No step covers ${isCritical ? "the critical requirement" : "the requirement"} ${id.toUpperCase()}, "${text}".`,
            fixes: addWorker(
              "Add a step for it",
              {
                id: `answer-${id}`,
                title: text,
                rationale: `Nobody else is there for ${id.toUpperCase()} of the brief.`,
                instructions: `Find what the sources say about this part of the question: ${text}. Quote the exact words, and say so where they are silent.`,
                covers: [id],
              },
              brief,
              examined,
            ),
          })),
      );
    }),
};
