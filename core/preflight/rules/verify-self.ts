import { isUnknown } from "../../workflow/unknown-value.ts";
import { setField } from "../fix.ts";
import { found, onNode, unknownIn, type Rule } from "../rule.ts";

/** A check that follows the producer's own argument, and so finds it convincing. */
export const verifySelf: Rule = {
  id: "verify/self",
  severity: "error",
  reads: "structure",
  why: "Whoever reads how somebody came to a claim tends to agree with it; a check has to see the claim and its evidence alone.",
  examine: ({ graph }) =>
    found(
      graph.nodes.flatMap((node) => {
        if (node.kind !== "verify" || isUnknown(node.sees) || !node.sees.includes("reasoning")) return [];
        const { sees } = node;
        return [onNode(node, `"${node.title}" sees the reasoning of those whose claims it checks.`, [setField("Keep the reasoning from it", node.id, ["sees"], sees.filter((one) => one !== "reasoning"))])];
      }),
      unknownIn(graph.nodes, "what the check sees", (node) => (node.kind === "verify" ? node.sees : undefined)),
    ),
};
