import { isUnknown } from "../../workflow/unknown-value.ts";
import { setField } from "../fix.ts";
import { found, onNode, unknownIn, type Rule } from "../rule.ts";

/** A check that can only say whether a claim sounds right. */
export const noEvidence: Rule = {
  id: "verify/no-evidence",
  severity: "error",
  reads: "structure",
  why: "Without the evidence a check can only say whether a claim sounds plausible, and false claims do.",
  examine: ({ graph }) =>
    found(
      graph.nodes.flatMap((node) => {
        if (node.kind !== "verify" || isUnknown(node.sees) || (node.sees.includes("evidence") && node.sees.some((one) => one === "claims" || one === "report"))) return [];
        const { sees, title } = node;
        const seen = sees.length === 0 ? "nothing" : sees.includes("evidence") ? "evidence and no claims" : `the ${sees.join(" and the ")} without the evidence`;
        return [onNode(node, `"${title}" sees ${seen}.`, [setField("Show it claims and evidence", node.id, ["sees"], [...new Set([...sees, "claims", "evidence"])])])];
      }),
      unknownIn(graph.nodes, "what the check sees", (node) => (node.kind === "verify" ? node.sees : undefined)),
    ),
};
