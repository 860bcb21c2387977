import { useState } from "react";
import type { Graph } from "../../core/workflow/graph.ts";
import { placeNodes } from "../../core/workflow/place-nodes.ts";

/** Where nodes stand: as people placed them, else where they were put when they first came; nobody moves for a newcomer. */
export function useNodePlaces(graph: Graph): Graph["layout"] {
  const [placed, setPlaced] = useState(() => ({ graph, places: placeNodes(graph, graph.layout) }));
  if (placed.graph === graph) return placed.places;
  const places = placeNodes(graph, { ...placed.places, ...graph.layout });
  setPlaced({ graph, places });
  return places;
}
