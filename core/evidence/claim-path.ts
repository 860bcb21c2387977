import type { Edge } from "../workflow/edge.ts";
import type { Node, NodeKind } from "../workflow/node.ts";
import type { AuditedRun } from "./audited-run.ts";
import type { Ruling } from "./ruling.ts";

/** One station of a claim on its way from a worker into the report. */
export interface PathStep {
  nodeId: string;
  title: string;
  kind: NodeKind;
  /** Steps of the node that had the claim in hand; none of a node that only passed it on. */
  stepIds: readonly string[];
  did: "wrote" | "ruled" | "not-ruled" | "passed-on" | "reported";
  /** Of a verifier that ruled on it. */
  rulings: readonly Ruling[];
}

/** What is known of a claim before its path is. */
interface Traced {
  /** The steps that wrote it. */
  stepIds: readonly string[];
  rulings: readonly Ruling[];
  isInReport: boolean;
}

/** The way of one claim through the graph, from the workers that wrote it to the report, in the order of the edges. */
export function claimPath(run: AuditedRun, { stepIds, rulings, isInReport }: Traced): PathStep[] {
  const nodeIdOfStep = (stepId: string) => run.state.stepsById.get(stepId)?.nodeId;
  const writersById = Map.groupBy(stepIds, (stepId) => nodeIdOfStep(stepId) ?? "");
  const rulingsById = Map.groupBy(rulings, ({ stepId }) => nodeIdOfStep(stepId) ?? "");
  const reportNode = run.graph.reportNode ?? run.graph.nodes.find(({ kind }) => kind === "synthesize")?.id;
  return nodesBetween(run, [...writersById.keys()], reportNode).map((node): PathStep => {
    const wrote = writersById.get(node.id) ?? [];
    const ruled = rulingsById.get(node.id) ?? [];
    const isReport = node.id === reportNode && isInReport;
    const did = wrote.length > 0 ? "wrote" : ruled.length > 0 ? "ruled" : isReport ? "reported" : node.kind === "verify" ? "not-ruled" : "passed-on";
    const handled = isReport ? [node.id] : ruled.map(({ stepId }) => stepId);
    return { nodeId: node.id, title: node.title, kind: node.kind, stepIds: wrote.length > 0 ? wrote : handled, did, rulings: ruled };
  });
}

/** Every node on some way of data from one of these to that one, in an order in which no edge leads back. */
function nodesBetween(run: AuditedRun, fromIds: readonly string[], toId: string | undefined): Node[] {
  const leadsById = new Map<string, boolean>();
  const ordered: Node[] = [];
  const visit = (node: Node): boolean => {
    const known = leadsById.get(node.id);
    if (known !== undefined) return known;
    // On a cycle, which preflight refuses, a node met again leads nowhere.
    leadsById.set(node.id, false);
    const leads = nextOf(node, run).map(visit).includes(true) || node.id === toId || fromIds.includes(node.id);
    leadsById.set(node.id, leads);
    if (leads) ordered.unshift(node);
    return leads;
  };
  for (const id of fromIds) {
    const node = run.view.node(id);
    if (node !== undefined) visit(node);
  }
  return ordered;
}

/** Where a node's value goes: along its data edges, and from the end of a body to its container (SPEC C5). */
function nextOf(node: Node, { view }: AuditedRun): Node[] {
  const along = view.outgoing(node.id).filter((edge: Edge) => edge.kind === "data").flatMap(({ to }) => view.node(to) ?? []);
  const around = view.outgoing(node.id).length === 0 && node.parent !== undefined ? (view.node(node.parent) ?? []) : [];
  return along.concat(around);
}
