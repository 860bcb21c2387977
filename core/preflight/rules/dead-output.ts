import type { Node } from "../../workflow/node.ts";
import { fix } from "../fix.ts";
import { freeId, freeInput } from "../../workflow/free-name.ts";
import type { Fix } from "../finding.ts";
import { isTaken } from "../input-use.ts";
import { toolsOf } from "../node-tools.ts";
import { findCheck, type PlaceOfCheck } from "../place-of-check.ts";
import { found, onNode, type Examined, type Rule } from "../rule.ts";
import { effectOf, writingToolsOf } from "../tool-effect.ts";

/** Work that is paid for and thrown away: nobody reads what comes of it. */
export const deadOutput: Rule = {
  id: "structure/dead-output",
  severity: "warning",
  reads: "structure",
  why: "What this step finds goes nowhere: it costs time and money, and the report is written without it.",
  examine(examined) {
    const { graph, view } = examined;
    if (view.reports.length === 0) return found([]);
    const reports = new Set(view.reports);
    const dead = graph.nodes.filter((node) => hasResult(node, examined) && !reports.has(node) && !isUsed(node, examined));
    const place = dead.length === 0 ? null : findCheck(examined);
    return found(dead.map((node) => onNode(node, `Nobody uses what "${node.title}" finds.`, handedOn(node, examined, place))));
  },
};

/** Whether a node is there for what it gives back, and not for what it does. */
function hasResult(node: Node, examined: Examined): boolean {
  const { surroundings, view } = examined;
  // What only passes on is there for its result where an edge brings it to somebody, and not its mere end.
  if (node.kind === "checkpoint" || node.kind === "join") return view.outgoing(node.id).some(({ kind }) => kind === "data");
  if (!["agent", "tool", "code", "map", "loop", "synthesize", "subworkflow"].includes(node.kind)) return false;
  const isForReading = toolsOf(node).every((tool) => {
    const { writes } = effectOf(tool, surroundings);
    return writes === false || (writes === null && node.kind === "agent");
  });
  return isForReading && view.children(node.id).every((child) => writingToolsOf(child, surroundings).length === 0);
}

/** Taken by some receiver, or the end of a body, whose result is the container's (SPEC C5). */
function isUsed(node: Node, { view }: Examined): boolean {
  const outgoing = view.outgoing(node.id);
  if (node.parent !== undefined && outgoing.length === 0) return true;
  return outgoing.some((edge) => isTaken(edge, view));
}

/** Leads the result to the check before the report, where there is one. */
function handedOn(node: Node, { graph, view }: Examined, place: PlaceOfCheck | null): Fix[] {
  if (place === null || node.kind === "synthesize" || view.outgoing(node.id).length > 0 || !place.mayTake(node)) return [];
  const { id, title } = place.check;
  return [fix(`Hand it to "${title}"`, [{ op: "edge-add", edge: { id: freeId(graph.edges, `${node.id}-${id}`), from: node.id, to: id, as: freeInput(view.incoming(id), node.id) } }])];
}
