import { insertCheckpoint } from "../insert-checkpoint.ts";
import { found, onNode, type Rule } from "../rule.ts";
import { effectsUnknown } from "../tool-effect.ts";
import { writingNodes } from "../writing-nodes.ts";

/** A run that sends, deletes or publishes on its own word. */
export const unguardedWrite: Rule = {
  id: "scope/unguarded-write",
  severity: "error",
  reads: "structure",
  why: "What is written or sent can't be called back; on every way to it a person has to have said yes.",
  examine(examined) {
    const { graph, view, brief, surroundings } = examined;
    // Under a brief that is read-only the write itself is what is wrong.
    if (brief?.scope.effects === "read-only") return found([]);
    const isGate = (node: { kind: string }) => node.kind === "checkpoint";
    const starts = view.children(null).filter(({ id }) => view.incoming(id).length === 0);
    const free = new Set([...starts, ...view.after(starts.filter((node) => !isGate(node)), { stopAt: isGate })]);
    return found(
      writingNodes(examined)
        .filter(({ node }) => free.has(node))
        .map(({ node, severity, words }) => ({
          ...onNode(node, `"${node.title}" may use ${words}, and a way leads to it without a checkpoint.`, insertCheckpoint(node, `May "${node.title}" go ahead with ${words}?`, examined)),
          severity,
        })),
      effectsUnknown(graph.nodes, surroundings),
    );
  },
};
