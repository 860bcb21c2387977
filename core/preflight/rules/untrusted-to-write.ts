import type { Node } from "../../workflow/node.ts";
import { insertCheckpoint } from "../insert-checkpoint.ts";
import { toolsOf } from "../node-tools.ts";
import { found, onNode, type Rule } from "../rule.ts";
import { effectOf, effectsUnknown } from "../tool-effect.ts";
import { writingNodes } from "../writing-nodes.ts";

/**
 * A page on the web that tells the agent what to do, and an agent that can do it: prompt injection (OWASP LLM01) with
 * hands.
 */
export const untrustedToWrite: Rule = {
  id: "scope/untrusted-to-write",
  severity: "error",
  reads: "structure",
  why: "Whoever writes what the run reads outside could make it write or send for them; a person has to look in between.",
  examine(examined) {
    const { graph, view, surroundings } = examined;
    const readsOutside = (node: Node) => toolsOf(node).map((name) => effectOf(name, surroundings)).find((effect) => effect.isFromOutside && effect.writes !== true);
    const readers = graph.nodes.filter((node) => readsOutside(node) !== undefined);
    const reached = view.after(readers, { along: "data", stopAt: ({ kind }) => kind === "checkpoint" });
    return found(
      writingNodes(examined).flatMap(({ node, severity, words }) => {
        const own = readsOutside(node);
        if (own !== undefined) return [{ ...onNode(node, `"${node.title}" reads from outside with "${own.name}" and may use ${words}.`), severity }];
        if (!reached.has(node)) return [];
        const asks = `May "${node.title}" use ${words} on what comes from outside?`;
        return [{ ...onNode(node, `What comes from outside reaches "${node.title}", which may use ${words}, and nobody looks in between.`, insertCheckpoint(node, asks, examined)), severity }];
      }),
      effectsUnknown(graph.nodes, surroundings),
    );
  },
};
