import { useState } from "react";
import type { Graph } from "../../core/workflow/graph.ts";
import { placeNodes } from "../../core/workflow/place-nodes.ts";

/** Outline and canvas show one graph: its nodes are placed once. */
const placesByGraph = new WeakMap<Graph, Graph["layout"]>();

/** Where nodes stand: as people placed them, else where they were put when they first came; nobody moves for a newcomer. */
export function useNodePlaces(graph: Graph): Graph["layout"] {
  const [placed, setPlaced] = useState(() => ({ graph, places: placesOf(graph, {}) }));
  if (placed.graph === graph) return placed.places;
  const places = placesOf(graph, placed.places);
  setPlaced({ graph, places });
  return places;
}

function placesOf(graph: Graph, earlier: Graph["layout"]): Graph["layout"] {
  const places = placesByGraph.get(graph) ?? placeNodes(graph, { ...earlier, ...graph.layout });
  placesByGraph.set(graph, places);
  return places;
}
