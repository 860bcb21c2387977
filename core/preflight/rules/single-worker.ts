import { isContainer } from "../../workflow/node.ts";
import { addWorker } from "../add-worker.ts";
import { found, withBrief, type Rule } from "../rule.ts";

/** The part that matters most, resting on one worker who may have had a bad day. */
export const singleWorker: Rule = {
  id: "coverage/single-worker",
  severity: "note",
  reads: "structure",
  why: "What is critical rests on what one worker finds; a second one who looks by another way would notice what it missed.",
  examine: (examined) =>
    withBrief(examined, (brief) => {
      // A container covers by its body: counted are those who work.
      const workers = examined.graph.nodes.filter(({ kind }) => !isContainer(kind));
      return found(
        brief.requirements
          .filter(({ isCritical }) => isCritical)
          .flatMap(({ id, text }) => {
            const [only, ...others] = workers.filter(({ covers }) => covers.includes(id));
            if (only === undefined || others.length > 0) return [];
            const second = {
              id: `doubt-${id}`,
              title: `Second look: ${text}`,
              rationale: `${id.toUpperCase()} is critical: what the first worker misses, somebody with other words may notice.`,
              instructions: `Somebody else answers this part of the question: ${text}. Work independently of them. Search by other words than the obvious ones, and look first for exceptions, conditions and passages that contradict the obvious answer. Quote the exact words.`,
              covers: [id],
            };
            return [{ target: { type: "requirement" as const, id }, message: `The critical requirement ${id.toUpperCase()} rests on "${only.title}" alone.`, fixes: addWorker("Add a second look", second, brief, examined) }];
          }),
      );
    }),
};
