import { useStore } from "@xyflow/react";

export type ZoomLevel = "card" | "compact" | "mark";

/** How much of a node is drawn: the whole card from 75 %, title and foot below, a mark below 40 %. */
export function useZoomLevel(): ZoomLevel {
  return useStore(({ transform: [, , zoom] }) => (zoom >= 0.75 ? "card" : zoom >= 0.4 ? "compact" : "mark"));
}
