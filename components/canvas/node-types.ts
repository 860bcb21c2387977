import type { NodeProps } from "@xyflow/react";
import type { ComponentType } from "react";
import type { NodeKind } from "../../core/workflow/node.ts";
import { ContainerCard } from "./container-card.tsx";
import { NodeCard } from "./node-card.tsx";
import type { CardNode } from "./project-graph.ts";

/** What draws each kind; a kind without a drawing doesn't compile. */
export const nodeTypes = {
  agent: NodeCard,
  tool: NodeCard,
  code: NodeCard,
  map: ContainerCard,
  loop: ContainerCard,
  branch: NodeCard,
  join: NodeCard,
  verify: NodeCard,
  checkpoint: NodeCard,
  synthesize: NodeCard,
  subworkflow: NodeCard,
  opaque: NodeCard,
} satisfies Record<NodeKind, ComponentType<NodeProps<CardNode>>>;
