import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useEffect } from "react";
import { fitOptions, openingOptions } from "./fit-option.ts";

interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * While a graph is written, brings its newest node into view: the whole graph as long as its cards can be read, then
 * just that node. The graph itself stays where it is.
 *
 * @param newestId the node that came last, or is being written.
 */
export function FollowGrowth({ isFollowing, newestId }: { isFollowing: boolean; newestId: string | null }) {
  const { fitView, getNodes, getNodesBounds, setViewport, viewportInitialized } = useReactFlow();
  const store = useStoreApi();
  useEffect(() => {
    if (!isFollowing || !viewportInitialized || newestId === null) return;
    const view = store.getState();
    if (isWithin(getNodesBounds([newestId]), view)) return;
    const { padding, maxZoom } = fitOptions;
    const whole = getNodesBounds(getNodes());
    const zoom = Math.min(maxZoom, (view.width - 96) / whole.width, (view.height - 120) / whole.height);
    void (zoom >= openingOptions.minZoom ? fitView({ padding, maxZoom }) : setViewport(viewOn(getNodesBounds([newestId]), view)));
  }, [isFollowing, newestId, store, viewportInitialized, fitView, getNodes, getNodesBounds, setViewport]);
  return null;
}

type View = { width: number; height: number; transform: [number, number, number] };

function isWithin({ x, y, width, height }: Bounds, view: View): boolean {
  const [left, top, zoom] = view.transform;
  return x * zoom + left >= 0 && y * zoom + top >= 28 && (x + width) * zoom + left <= view.width && (y + height) * zoom + top <= view.height;
}

/** The same zoom, with a node two thirds to the right: what it follows from stays in view. */
function viewOn({ x, y, width, height }: Bounds, view: View) {
  const [, , zoom] = view.transform;
  return { zoom, x: view.width * 0.66 - (x + width / 2) * zoom, y: view.height / 2 - (y + height / 2) * zoom };
}
