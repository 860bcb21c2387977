import type { Node } from "../../workflow/node.ts";
import { setField } from "../fix.ts";
import type { Fix } from "../finding.ts";
import { contextLimit, projectedContext, type ModelNode } from "../projected-context.ts";
import { found, onNode, unknownIn, type Examined, type Rule, type RuleFinding } from "../rule.ts";

/** Two hundred results poured into one context: what doesn't fit is cut, and nobody sees what it was. */
export const contextOverflow: Rule = {
  id: "context/overflow",
  severity: "error",
  reads: "structure",
  why: "More is handed to this step than it can take in; what doesn't fit is left out before it begins.",
  examine: (examined) => {
    const handed = examined.graph.nodes.flatMap((node) => {
      if (node.kind !== "agent" && node.kind !== "verify" && node.kind !== "synthesize") return [];
      const parts = projectedContext(node, examined);
      return [{ node, projected: sumOf(parts), known: sumOf(parts.filter(({ what }) => what !== "input")) }];
    });
    // Of a brief that allows hardly more than what is handed over, each share is too small: that says budget/over.
    const isBriefTight = examined.brief !== null && examined.brief.budget.maxTokens < handed.reduce((sum, { projected }) => sum + projected + leastAnswer, 0) * 4;
    return found(
      handed.flatMap(({ node, projected, known }) => aboveContext(node, projected, examined) ?? (isBriefTight ? null : aboveBudget(node, known)) ?? []),
      unknownIn(examined.graph.nodes, "the context", (node) => (node.kind === "agent" ? node.context : undefined)),
    );
  },
};

/** What an answer takes at least, in tokens: a claim or two with their quotes. */
const leastAnswer = 300;

const sumOf = (parts: readonly { tokens: number }[]) => parts.reduce((sum, { tokens }) => sum + tokens, 0);

function aboveContext(node: ModelNode, projected: number, examined: Examined): RuleFinding | null {
  const { declared, window } = contextLimit(node, examined.surroundings);
  const limit = Math.min(declared ?? window, window);
  if (projected <= limit) return null;
  const message = `"${node.title}" is handed about ${projected.toLocaleString("en")} tokens and takes in ${limit.toLocaleString("en")}.`;
  return onNode(node, message, declared !== undefined && projected <= window ? widened(node, projected) : []);
}

/** A step whose own limit is used up by what it is told, before it has said anything; how long its inputs are is a guess. */
function aboveBudget(node: ModelNode, known: number): RuleFinding | null {
  const votes = node.kind === "verify" ? node.votes : 1;
  const allowed = node.budget?.maxTokens ?? Infinity;
  if ((known + leastAnswer) * votes <= allowed) return null;
  const often = votes > 1 ? ` in ${votes} votes` : "";
  return onNode(node, `"${node.title}" is told about ${(known * votes).toLocaleString("en")} tokens${often} and may use ${allowed.toLocaleString("en")} in all, its answer included.`);
}

function widened(node: Node, projected: number): Fix[] {
  const enough = Math.ceil((projected * 1.25) / 1_000) * 1_000;
  return [setField(`Take in ${enough.toLocaleString("en")} tokens`, node.id, ["context", "maxTokens"], enough)];
}
