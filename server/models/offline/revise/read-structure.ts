import { freeId, freeInput } from "../../../../core/workflow/free-name.ts";
import { runPreflight } from "../../../../core/preflight/preflight.ts";
import { verifyMissing } from "../../../../core/preflight/rules/verify-missing.ts";
import { unknownSurroundings } from "../../../../core/preflight/surroundings.ts";
import type { Graph } from "../../../../core/workflow/graph.ts";
import type { Node, NodeInput } from "../../../../core/workflow/node.ts";
import type { OpInput } from "../../../../core/workflow/op.ts";
import { reconnectedRemovalOf } from "../../../../core/workflow/removed-part.ts";
import { namedNodes, noSubject, subjectOf, targetEdge, targetNode, type ClauseReading, type RemarkClause } from "./remark-subject.ts";

const removing = "remove|delete|drop|cut|get rid of|leave out|take out|disconnect";
const filler = "this|that|the|whole|entire|it|node|step|worker|part|again|please|completely|altogether|from|plan|out|connection|edge|line|arrow|link";

/** "Remove this node", "delete «Read»", and at a line: "remove this connection". */
export function readRemoval(one: RemarkClause): ClauseReading {
  const { clause, graph, quotes } = one;
  const named = namedNodes(one);
  let rest = clause.replace(/^(?:please\s+)?/u, "");
  if (!new RegExp(String.raw`^(?:${removing})\b`, "u").test(rest)) return null;
  for (const { title, id } of named) rest = rest.replace(title.toLowerCase(), " ").replace(id, " ");
  for (const [index, quote] of quotes.entries()) if (named.some(({ title, id }) => title === quote || id === quote)) rest = rest.replace(`«${index}»`, " ");
  const isPlain = new RegExp(String.raw`^(?:${removing})(?:[\s,.!]+|\b(?:${filler}|between|and|to)\b)*$`, "u").test(rest);
  if (!isPlain) return null;
  const edge = targetEdge(one);
  const [first, second] = named;
  if (first !== undefined && second !== undefined) {
    const between = graph.edges.filter(({ from, to }) => (from === first.id && to === second.id) || (from === second.id && to === first.id));
    if (between.length === 0) return { unread: `No connection leads between “${first.title}” and “${second.title}”.` };
    return { ops: between.map(({ id }) => ({ op: "edge-remove", id })), why: `Takes the connection between “${first.title}” and “${second.title}” away.` };
  }
  if (edge !== null && first === undefined) return { ops: [{ op: "edge-remove", id: edge.id }], why: "Takes the connection away." };
  const node = first ?? targetNode(one);
  if (node === null) return noSubject;
  return { ops: reconnectedRemovalOf([node.id], graph), why: `Takes “${node.title}” out; what it received goes where its result went.` };
}

const checking = /\b(?:verif\w+|fact[- ]?check\w*|checker|check step|check of|a check)\b/u;
const asking = /\b(?:checkpoint|approval|sign[- ]?off|gate|(?:ask\w*|let|have)\s+(?:a\s+)?(?:person|human|reviewer|somebody|someone))\b/u;

/** "Add a verifier", "add a checkpoint before this". */
export function readAddition(one: RemarkClause): ClauseReading {
  const { clause, graph, brief } = one;
  if (!/\b(?:add|insert|put|include|needs?|want|should have|must have|ask|let|have)\b/u.test(clause)) return null;
  const kind = checking.test(clause) ? "verify" : asking.test(clause) ? "checkpoint" : null;
  if (kind === null) return null;
  const subject = subjectOf(one);
  if (subject === null && kind === "verify") {
    const fix = runPreflight(graph, brief, unknownSurroundings, [verifyMissing]).findings.flatMap(({ fixes }) => fixes)[0];
    return fix === undefined ? { unread: "Every way to the report passes a verify step already; say after which step another one is wanted." } : { ops: fix.ops, why: "Leads what workers claim through a verify step before the report." };
  }
  const node = subject ?? graph.nodes.find(({ id }) => id === graph.reportNode) ?? null;
  if (node === null) return noSubject;
  const isBefore = /\bbefore\b/u.test(clause) || (kind === "checkpoint" && !/\bafter\b/u.test(clause)) || node.kind === "synthesize";
  return { ops: insertion(node, kind, isBefore, graph), why: `Adds a ${kind === "verify" ? "verify step" : "checkpoint"} ${isBefore ? "before" : "after"} “${node.title}”.` };
}

/** A step on every way into a node, or out of it. */
function insertion(node: Node, kind: "verify" | "checkpoint", isBefore: boolean, { nodes, edges }: Graph): OpInput[] {
  const id = freeId(nodes, `${kind === "verify" ? "check" : "ask"}-${isBefore ? "before" : "after"}-${node.id}`);
  const { phase, parent, title } = node;
  const added: NodeInput =
    kind === "verify"
      ? { kind, id, title: `Check: ${title}`.slice(0, 120), phase, parent, rationale: "A reviewer asked for a check here.", criteria: "A claim is supported when its quotes alone carry it, refuted when they say otherwise, and undecided when they leave it open." }
      : { kind, id, title: `Ask ${isBefore ? "before" : "after"}: ${title}`.slice(0, 120), phase, parent, rationale: "A reviewer asked for a person’s decision here.", asks: `May the run go on ${isBefore ? "to" : "from"} “${title}”?` };
  const redirected = edges.filter(({ from, to }) => (isBefore ? to : from) === node.id);
  const link = { id: freeId(edges, isBefore ? `${id}-${node.id}` : `${node.id}-${id}`), from: isBefore ? id : node.id, to: isBefore ? node.id : id };
  return [
    { op: "node-add", node: added },
    ...redirected.map((edge): OpInput => ({ op: "edge-update", id: edge.id, changes: [{ path: [isBefore ? "to" : "from"], value: id }] })),
    { op: "edge-add", edge: { ...link, as: freeInput([], link.from) } },
  ];
}

/** "Connect A to B", "lead this into B". */
export function readConnection(one: RemarkClause): ClauseReading {
  const { clause, graph } = one;
  if (!/\b(?:connect|lead|feed|send|pass|link)\b.*\b(?:to|into|with)\b/u.test(clause)) return null;
  const named = namedNodes(one);
  const [from, to] = named.length === 1 ? [targetNode(one), named[0]] : named;
  if (from == null || to == null || from === to) return { unread: "It doesn’t name both steps by their titles." };
  const edge = { id: freeId(graph.edges, `${from.id}-${to.id}`), from: from.id, to: to.id, as: freeInput(graph.edges.filter((known) => known.to === to.id), from.id) };
  return { ops: [{ op: "edge-add", edge }], why: `Connects “${from.title}” to “${to.title}”.` };
}
