import { isContainer } from "../../workflow/node.ts";
import { found, withBrief, type Rule } from "../rule.ts";

/** The part that matters most, resting on one worker who may have had a bad day. */
export const singleWorker: Rule = {
  id: "coverage/single-worker",
  severity: "note",
  reads: "structure",
  why: "What is critical rests on what one worker finds; a second one who looks by another way would notice what it missed.",
  examine: (examined) =>
    withBrief(examined, ({ requirements }) => {
      // A container covers by its body: counted are those who work.
      const workers = examined.graph.nodes.filter(({ kind }) => !isContainer(kind));
      return found(
        requirements
          .filter(({ isCritical }) => isCritical)
          .flatMap(({ id }) => {
            const [only, ...others] = workers.filter(({ covers }) => covers.includes(id));
            if (only === undefined || others.length > 0) return [];
            return [{ target: { type: "requirement" as const, id }, message: `The critical requirement ${id.toUpperCase()} rests on "${only.title}" alone.` }];
          }),
      );
    }),
};
