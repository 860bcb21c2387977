import { useStore } from "@xyflow/react";

export type ZoomLevel = "card" | "compact" | "title" | "mark";

/** How much of a node is drawn: the whole card from 75 %, title and foot below, its title alone below 60 %, a mark below 35 %. */
export function useZoomLevel(): ZoomLevel {
  return useStore(({ transform: [, , zoom] }) => (zoom >= 0.75 ? "card" : zoom >= 0.6 ? "compact" : zoom >= 0.35 ? "title" : "mark"));
}
