import type { Node as FlowNode } from "@xyflow/react";
import type { Graph } from "../../core/workflow/graph.ts";
import { cardSize } from "../../core/workflow/node-size.ts";
import { nodeSchema } from "../../core/workflow/node.ts";
import { placeNodes } from "../../core/workflow/place-nodes.ts";
import type { Ghost } from "../../core/workflow/plan-entry.ts";

export type GhostNode = FlowNode<{ ghost: Ghost | null }, "ghost">;

/** No node has an id with spaces. */
const ghostId = "ghost of the next node";
const stand = nodeSchema.parse({ kind: "agent", id: "ghost", title: "Ghost" });

/** The node that is being written, at the place it will have; null where nothing of it is known and others stand already. */
export function ghostNode(graph: Graph, positions: Graph["layout"], ghost: Ghost | null): GhostNode | null {
  if (ghost === null && graph.nodes.length > 0) return null;
  const parent = graph.nodes.find(({ id }) => id === ghost?.parent)?.id;
  const node = { ...stand, id: ghostId, phase: ghost?.phase, parent };
  const places = placeNodes({ phases: graph.phases, nodes: [...graph.nodes, node] }, positions);
  return {
    id: ghostId,
    type: "ghost",
    position: places[ghostId] ?? { x: 0, y: 0 },
    ...cardSize,
    measured: cardSize,
    ...(parent === undefined ? {} : { parentId: parent }),
    draggable: false,
    connectable: false,
    selectable: false,
    data: { ghost },
  };
}
