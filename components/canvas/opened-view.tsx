import { useReactFlow } from "@xyflow/react";
import { useEffect } from "react";
import { useGraphView } from "./graph-view.ts";
import { useKeptView } from "./kept-view.tsx";

/**
 * Opens the view on a graph, brings what is selected into it and, while the graph is written, follows its newest node. The
 * graph itself stays where it is.
 *
 * @param newestId the node that came last, or is being written.
 */
export function OpenedView({ isFollowing, newestId, selectedId }: { isFollowing: boolean; newestId: string | null; selectedId: string | null }) {
  const { viewportInitialized, setViewport } = useReactFlow();
  const kept = useKeptView();
  const { open, reveal, bring } = useGraphView();
  useEffect(() => {
    if (!viewportInitialized) return;
    const left = kept?.current ?? null;
    if (left === null) open();
    else void setViewport(left);
  }, [viewportInitialized, kept, open, setViewport]);
  useEffect(() => {
    if (viewportInitialized && isFollowing && newestId !== null) reveal(newestId);
  }, [viewportInitialized, isFollowing, newestId, reveal]);
  useEffect(() => {
    if (viewportInitialized && selectedId !== null) bring(selectedId);
  }, [viewportInitialized, selectedId, bring]);
  return null;
}
