import type { Node, NodeKind } from "./node.ts";

/** Kinds that a run can execute in this version; the others refuse in preflight, before a run starts. */
const runnableKinds = ["agent", "tool", "map", "join", "verify", "checkpoint", "synthesize"] as const satisfies readonly NodeKind[];

export type RunnableKind = (typeof runnableKinds)[number];

export type NodeOf<Kind extends NodeKind> = Extract<Node, { kind: Kind }>;

export type RunnableNode = NodeOf<RunnableKind>;

/** Whether a run can execute nodes of this kind. */
export function isRunnable(node: Node): node is RunnableNode {
  return (runnableKinds as readonly NodeKind[]).includes(node.kind);
}
