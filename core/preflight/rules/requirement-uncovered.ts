import { found, withBrief, type Rule } from "../rule.ts";

/** A plan that looks complete and leaves out what was asked for. */
export const requirementUncovered: Rule = {
  id: "coverage/requirement-uncovered",
  severity: "error",
  reads: "structure",
  why: "Nobody is told to answer this part of the question, so the report can't.",
  examine: (examined) =>
    withBrief(examined, ({ requirements }) => {
      const covered = new Set(examined.graph.nodes.flatMap((node) => node.covers));
      return found(
        requirements
          .filter(({ id }) => !covered.has(id))
          .map(({ id, text, isCritical }) => ({
            target: { type: "requirement", id },
            message: `No step covers ${isCritical ? "the critical requirement" : "the requirement"} ${id.toUpperCase()}, "${text}".`,
          })),
      );
    }),
};
