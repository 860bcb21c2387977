import { hidesDisagreement } from "../prose/disagreement.ts";
import { setField } from "../fix.ts";
import { proseOf } from "../prose/node-prose.ts";
import { rememberPerNode } from "../prose/remember.ts";
import { found, onNode, type Rule, type RuleFinding } from "../rule.ts";

const saidOf = rememberPerNode((node) => (node.kind === "synthesize" || node.kind === "agent" ? hidesDisagreement(proseOf(node)) : null));

/** A report in which everything agrees, because whatever didn't was left out. */
export const dropsConflicts: Rule = {
  id: "synthesis/drops-conflicts",
  severity: "error",
  reads: "prose",
  why: "Where two sources contradict each other the reader has to know it; dropped, the report looks surer than it is.",
  examine: ({ graph }) =>
    found(
      graph.nodes.flatMap((node): RuleFinding[] => {
        if (node.kind === "synthesize" && node.conflicts === "drop") {
          return [onNode(node, `"${node.title}" drops claims that contradict each other.`, [setField("Keep both sides", node.id, ["conflicts"], "keep")])];
        }
        const said = saidOf(node);
        return said === null ? [] : [{ ...onNode(node, `"${node.title}" is told: "${said}".`), severity: "warning" }];
      }),
    ),
};
