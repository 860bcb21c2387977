import { useNodesInitialized, useReactFlow, useStoreApi } from "@xyflow/react";
import { useEffect } from "react";
import { openingOptions } from "./fit-option.ts";

/** While a graph is written, brings into view what came outside of it; the graph itself stays where it is. */
export function FollowGrowth({ isGrowing, count }: { isGrowing: boolean; count: number }) {
  const { fitView, getNodes, getNodesBounds } = useReactFlow();
  const store = useStoreApi();
  const isReady = useNodesInitialized();
  useEffect(() => {
    if (!isGrowing || !isReady || count === 0) return;
    const { width, height, transform } = store.getState();
    const [left, top, zoom] = transform;
    const bounds = getNodesBounds(getNodes());
    const isInView =
      bounds.x * zoom + left >= 0 &&
      bounds.y * zoom + top >= 0 &&
      (bounds.x + bounds.width) * zoom + left <= width &&
      (bounds.y + bounds.height) * zoom + top <= height;
    if (!isInView) void fitView(openingOptions);
  }, [isGrowing, isReady, count, store, fitView, getNodes, getNodesBounds]);
  return null;
}
