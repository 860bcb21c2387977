import type { Node } from "../../workflow/node.ts";
import { setField } from "../fix.ts";
import type { Fix } from "../finding.ts";
import { contextLimit, projectedContext } from "../projected-context.ts";
import { found, onNode, unknownIn, type Examined, type Rule, type RuleFinding } from "../rule.ts";

/** Two hundred results poured into one context: what doesn't fit is cut, and nobody sees what it was. */
export const contextOverflow: Rule = {
  id: "context/overflow",
  severity: "error",
  reads: "structure",
  why: "More is handed to this step than it can take in; what doesn't fit is left out before it begins.",
  examine: (examined) =>
    found(
      examined.graph.nodes.flatMap((node) => findingOf(node, examined) ?? []),
      unknownIn(examined.graph.nodes, "the context", (node) => (node.kind === "agent" ? node.context : undefined)),
    ),
};

function findingOf(node: Node, examined: Examined): RuleFinding | null {
  if (node.kind !== "agent" && node.kind !== "verify" && node.kind !== "synthesize") return null;
  const { declared, window } = contextLimit(node, examined.surroundings);
  const limit = Math.min(declared ?? window, window);
  const projected = projectedContext(node, examined).reduce((sum, { tokens }) => sum + tokens, 0);
  const conversations = node.kind === "verify" ? node.votes : 1;
  const allowed = node.budget?.maxTokens ?? Infinity;
  if (projected <= limit && projected * conversations > allowed) {
    const handed = (projected * conversations).toLocaleString("en");
    return onNode(node, `"${node.title}" is handed about ${handed} tokens${conversations > 1 ? ` in ${conversations} votes` : ""} and may use ${allowed.toLocaleString("en")} in all.`);
  }
  if (projected <= limit) return null;
  const message = `"${node.title}" is handed about ${projected.toLocaleString("en")} tokens and takes in ${limit.toLocaleString("en")}.`;
  return onNode(node, message, declared !== undefined && projected <= window ? widened(node, projected) : []);
}

function widened(node: Node, projected: number): Fix[] {
  const enough = Math.ceil((projected * 1.25) / 1_000) * 1_000;
  return [setField(`Take in ${enough.toLocaleString("en")} tokens`, node.id, ["context", "maxTokens"], enough)];
}
