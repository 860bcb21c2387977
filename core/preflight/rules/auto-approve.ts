import { setField } from "../fix.ts";
import { found, onNode, type Rule } from "../rule.ts";

/** A checkpoint that is one only as long as somebody is at their desk. */
export const autoApprove: Rule = {
  id: "gate/auto-approve",
  severity: "error",
  reads: "structure",
  why: "If nobody answers in time, it goes ahead as if somebody had said yes.",
  examine: ({ graph }) =>
    found(
      graph.nodes.flatMap((node) => {
        if (node.kind !== "checkpoint" || node.onTimeout !== "approve") return [];
        const after = node.timeoutMinutes === undefined ? "a timeout" : `${node.timeoutMinutes.toLocaleString("en")} minutes`;
        return [onNode(node, `"${node.title}" approves itself after ${after}.`, [setField("Keep waiting", node.id, ["onTimeout"], "keep-waiting")])];
      }),
    ),
};
