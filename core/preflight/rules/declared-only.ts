import { isContainer, type Node } from "../../workflow/node.ts";
import { isUnknown } from "../../workflow/unknown-value.ts";
import type { Fix } from "../finding.ts";
import { setField } from "../fix.ts";
import type { GraphView } from "../graph-view.ts";
import { receivesRequirement } from "../receives.ts";
import { found, onNode, unknownIn, type Rule } from "../rule.ts";

/** A plan that looks complete on its cards, where the worker never hears what it is said to answer. */
export const declaredOnly: Rule = {
  id: "coverage/declared-only",
  severity: "warning",
  reads: "structure",
  why: "The step is said to cover this and is never told of it, so what it finds on it is chance.",
  examine: ({ graph, view }) =>
    found(
      graph.nodes.flatMap((node) => {
        const unheard = node.covers.filter((id) => isUnheard(node, id, view));
        if (unheard.length === 0) return [];
        const names = unheard.map((id) => id.toUpperCase()).join(", ");
        return [onNode(node, `"${node.title}" says it covers ${names} and doesn't receive ${unheard.length === 1 ? "it" : "them"}.`, told(node, unheard))];
      }),
      unknownIn(graph.nodes, "the context", (node) => (node.kind === "agent" && node.covers.length > 0 ? node.context : undefined)),
    ),
};

/** Of a container: whether every agent in its body declares a context without it; a body without agents can't tell. */
function isUnheard(node: Node, requirementId: string, view: GraphView): boolean {
  if (!isContainer(node.kind)) return receivesRequirement(node, requirementId) === false;
  const body = view.children(node.id);
  const agents = body.filter(({ kind }) => kind === "agent");
  return agents.length > 0 && !body.some(({ kind }) => isContainer(kind)) && agents.every((agent) => receivesRequirement(agent, requirementId) === false);
}

function told(node: Node, unheard: readonly string[]): Fix[] {
  if (node.kind !== "agent" || isUnknown(node.context) || typeof node.context.requirements === "string") return [];
  return [setField("Tell it what it covers", node.id, ["context", "requirements"], [...node.context.requirements, ...unheard])];
}
