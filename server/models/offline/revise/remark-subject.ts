import type { Brief } from "../../../../core/brief/brief.ts";
import type { AnnotationTarget } from "../../../../core/annotation/annotation-target.ts";
import { nodeOfTarget, targetNamed } from "../../../../core/annotation/annotation-target.ts";
import type { Graph } from "../../../../core/workflow/graph.ts";
import type { Node } from "../../../../core/workflow/node.ts";
import type { OpInput } from "../../../../core/workflow/op.ts";
import { unmasked } from "./remark-sentence.ts";

/** One clause of a remark with everything that it may speak of. */
export interface RemarkClause {
  /** Lower-case, with quotes set aside. */
  clause: string;
  /** The same as it was written. */
  plain: string;
  quotes: readonly string[];
  graph: Graph;
  brief: Brief;
  /** Names of the tools that the brief grants. */
  tools: readonly string[];
  collections: readonly string[];
  target: AnnotationTarget;
}

/** What comes of a clause: ops, or the reason why there are none; null leaves it to the next reader. */
export type ClauseReading = { ops: OpInput[]; why: string } | { unread: string } | null;

/** Nodes that a clause names by title or id, in the order in which they stand in it. */
export function namedNodes({ clause, quotes, graph }: RemarkClause): Node[] {
  const text = unmasked(clause, quotes.map((quote) => quote.toLowerCase()));
  const taken: { start: number; end: number; node: Node }[] = [];
  const names = graph.nodes.flatMap((node) => [node.title.toLowerCase(), node.id].map((name) => ({ name, node })));
  for (const { name, node } of names.toSorted((one, other) => other.name.length - one.name.length)) {
    if (name.length < 2) continue;
    const start = text.indexOf(name);
    const end = start + name.length;
    const isWord = start !== -1 && !/[\p{L}\p{N}-]/u.test(text.charAt(start - 1)) && !/[\p{L}\p{N}-]/u.test(text.charAt(end));
    // A node's id may be a word like any other: only its title, or an id with a hyphen or a digit, names it without a mark.
    const isName = name === node.title.toLowerCase() || /[-\d]/u.test(name) || /[“”]/u.test(text.charAt(start - 1));
    if (!isWord || !isName || taken.some((one) => one.node === node || (start < one.end && end > one.start))) continue;
    taken.push({ start, end, node });
  }
  return taken.toSorted((one, other) => one.start - other.start).map(({ node }) => node);
}

/** The node that a clause is about: the one it names, or the one it was written at. */
export function subjectOf(clause: RemarkClause): Node | null {
  const [named] = namedNodes(clause);
  return named ?? targetNode(clause);
}

/** The node at which a remark was written; of a line, none. */
export function targetNode({ target, graph }: Pick<RemarkClause, "target" | "graph">): Node | null {
  const id = nodeOfTarget(target);
  return graph.nodes.find((node) => node.id === id) ?? null;
}

/** The line at which a remark was written. */
export function targetEdge({ target, graph }: Pick<RemarkClause, "target" | "graph">): Graph["edges"][number] | null {
  const on = target.type === "finding" ? targetNamed(target.on) : target;
  return on?.type === "edge" ? (graph.edges.find(({ id }) => id === on.id) ?? null) : null;
}

/** Said where a wish names no node and wasn't written at one. */
export const noSubject = { unread: "It names no step of the plan, and was not written at one." } as const;

/** The op that sets one field. */
export function setting(node: Node, path: string[], value: NonNullable<Extract<OpInput, { op: "node-update" }>["changes"][number]["value"]>): OpInput[] {
  return [{ op: "node-update", id: node.id, changes: [{ path, value }] }];
}
