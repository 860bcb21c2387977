import type { Node } from "../../workflow/node.ts";
import type { OpInput } from "../../workflow/op.ts";
import type { Fix } from "../finding.ts";
import { fix } from "../fix.ts";
import { freeId, freeInput } from "../../workflow/free-name.ts";
import { findCheck } from "../place-of-check.ts";
import { usualCriterion } from "../usual-words.ts";
import { found, onNode, type Examined, type Rule } from "../rule.ts";

const producing = new Set<Node["kind"]>(["agent", "opaque", "subworkflow"]);

/** The run that ends all green and is wrong: what workers claim goes into the report unchecked. */
export const verifyMissing: Rule = {
  id: "verify/missing",
  severity: "error",
  reads: "structure",
  why: "What workers claim would go into the report without anybody checking it against its evidence.",
  examine(examined) {
    const { graph, view } = examined;
    const around = view.before(view.reports, { along: "data", stopAt: ({ kind }) => kind === "verify" });
    const reports = new Set(view.reports);
    const unverified = graph.nodes.filter((node) => producing.has(node.kind) && (reports.has(node) || around.has(node)));
    const fixes = unverified.length === 0 ? [] : ledThroughCheck(examined);
    return found(unverified.map((node) => onNode(node, `The claims of "${node.title}" reach the report without passing a verify step.`, reports.has(node) ? [] : fixes)));
  },
};

/** Leads everything that goes straight into the report through the check there is, or through a new one. */
function ledThroughCheck(examined: Examined): Fix[] {
  const { graph, view } = examined;
  const [report, ...others] = view.reports;
  if (report?.kind !== "synthesize" || others.length > 0) return [];
  const straight = view.incoming(report.id).filter(({ kind, from }) => kind === "data" && view.node(from)?.kind !== "verify");
  const place = findCheck(examined);
  const checkId = place?.check.id ?? freeId(graph.nodes, "check");
  const taken = [...view.incoming(checkId)];
  const ops: OpInput[] = [];
  if (place === null) ops.push(newCheck(checkId, report), { op: "edge-add", edge: { id: freeId(graph.edges, `${checkId}-${report.id}`), from: checkId, to: report.id, as: freeInput(view.incoming(report.id), checkId) } });
  for (const edge of straight) {
    const source = view.node(edge.from);
    if (source === undefined || (place !== null && !place.mayTake(source))) return [];
    const isFed = taken.some(({ from, kind }) => from === edge.from && kind === "data");
    if (isFed) {
      ops.push({ op: "edge-remove", id: edge.id });
      continue;
    }
    const as = freeInput(taken, edge.from);
    taken.push({ ...edge, as });
    ops.push({ op: "edge-update", id: edge.id, changes: [{ path: ["to"], value: checkId }, { path: ["as"], value: as }] });
  }
  return [fix(place === null ? "Check them before the report" : `Lead them through "${place.check.title}"`, ops)];
}

function newCheck(id: string, { phase }: Node): OpInput {
  return {
    op: "node-add",
    node: {
      kind: "verify",
      id,
      title: "Check claims against their evidence",
      rationale: "Nobody who found a claim should be the one who vouches for it.",
      phase,
      criteria: usualCriterion,
    },
  };
}
