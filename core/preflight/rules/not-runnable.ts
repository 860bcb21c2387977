import type { Node } from "../../workflow/node.ts";
import { isRunnable } from "../../workflow/runnable-kind.ts";
import { found, type Rule } from "../rule.ts";

/** What this version can't execute is refused before a run starts, not in the middle of one. */
export const notRunnable: Rule = {
  id: "structure/not-runnable",
  severity: "error",
  reads: "structure",
  why: "A step that can't be executed would end the run in the middle of the work, after the money is spent.",
  examine: ({ graph }) =>
    found(
      graph.nodes.flatMap((node) => {
        const reason = reasonOf(node);
        return reason === null ? [] : [{ target: { type: "node" as const, id: node.id }, message: `"${node.title}" can't run: ${reason}` }];
      }),
    ),
};

function reasonOf(node: Node): string | null {
  if (!isRunnable(node)) return `steps of the kind ${node.kind} can be shown and reviewed here, and not executed yet.`;
  if (node.kind === "agent" && node.actions === "code") return "its worker would act by writing code, which can't be executed yet.";
  const unknown = Object.entries(node).find(([, value]) => typeof value === "object" && value !== null && "unknown" in value && typeof value.unknown === "string");
  return unknown === undefined ? null : `its ${unknown[0]} isn't known (${String((unknown[1] as { unknown: string }).unknown)}).`;
}
