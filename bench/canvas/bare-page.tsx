import { addEdge, Background, MarkerType, MiniMap, ReactFlow, useEdgesState, useNodesState, type Edge, type Node } from "@xyflow/react";
import { useEffect } from "react";
import { createRoot } from "react-dom/client";

/** What the page is told: a graph in React Flow's own words, and from where it is looked at. */
export interface BareGraph {
  nodes: Node[];
  edges: Edge[];
  view: { x: number; y: number; zoom: number };
}

declare global {
  interface Window {
    bareGraph: BareGraph;
    addBareNode(node: Node): void;
  }
}

/** React Flow as its own documentation shows it: its default cards and lines, its hooks for what changes, a map. */
function BarePage() {
  const { bareGraph } = window;
  const [nodes, setNodes, onNodesChange] = useNodesState(bareGraph.nodes);
  const [edges, setEdges, onEdgesChange] = useEdgesState(bareGraph.edges);
  useEffect(() => {
    window.addBareNode = (node) => setNodes((earlier) => [...earlier, node]);
  }, [setNodes]);
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      onConnect={(connection) => setEdges((earlier) => addEdge(connection, earlier))}
      defaultEdgeOptions={{ markerEnd: { type: MarkerType.Arrow } }}
      onlyRenderVisibleElements={nodes.length > 60}
      defaultViewport={bareGraph.view}
      minZoom={0.1}
      panOnScroll
    >
      <Background />
      <MiniMap pannable />
    </ReactFlow>
  );
}

createRoot(document.querySelector("main") ?? document.body).render(<BarePage />);
