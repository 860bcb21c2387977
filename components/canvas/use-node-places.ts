import { useMemo, useRef } from "react";
import type { Graph } from "../../core/workflow/graph.ts";
import { placeNodes } from "../../core/workflow/place-nodes.ts";

/** Where nodes stand: as people placed them, else where they were put when they first came; nobody moves for a newcomer. */
export function useNodePlaces({ nodes, phases, layout }: Graph): Graph["layout"] {
  const earlier = useRef<Graph["layout"]>({});
  return useMemo(() => {
    const places = placeNodes({ nodes, phases }, { ...earlier.current, ...layout });
    earlier.current = places;
    return places;
  }, [nodes, phases, layout]);
}
