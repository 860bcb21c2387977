import { isContainer, type Node } from "../../workflow/node.ts";
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
      const { graph, view } = examined;
      // A container covers by its body: counted are those who work, and it itself where each of them says that it works for something else.
      const isAlone = (node: Node) => view.children(node.id).every(({ covers, kind }) => kind !== "agent" || covers.length > 0);
      const workers = graph.nodes.filter((node) => !isContainer(node.kind) || isAlone(node));
      return found(
        brief.requirements
          .filter(({ isCritical }) => isCritical)
          .flatMap(({ id, text }) => {
            const covering = workers.filter(({ covers }) => covers.includes(id));
            // The container around somebody who covers it is not a second one.
            const [only, ...others] = covering.filter((node) => !isContainer(node.kind) || !covering.some(({ parent }) => parent === node.id));
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
