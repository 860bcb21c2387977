import { useStore } from "@xyflow/react";
import { createContext, use, type ReactNode } from "react";

export type ZoomLevel = "card" | "compact" | "title" | "mark";

const ZoomLevelContext = createContext<ZoomLevel>("card");

/** Watches the zoom once for all cards and lines in it. */
export function ZoomLevelProvider({ children }: { children: ReactNode }) {
  const level = useStore(({ transform: [, , zoom] }): ZoomLevel => (zoom >= 0.75 ? "card" : zoom >= 0.6 ? "compact" : zoom >= 0.35 ? "title" : "mark"));
  return <ZoomLevelContext value={level}>{children}</ZoomLevelContext>;
}

/** Whether small print can be read. What can't be isn't drawn at all: of a thousand cards that is most. */
export function isNear(level: ZoomLevel): boolean {
  return level === "card" || level === "compact";
}

/** How much of a node is drawn: the whole card from 75 %, title and foot below, its title alone below 60 %, a mark below 35 %. */
export function useZoomLevel(): ZoomLevel {
  return use(ZoomLevelContext);
}
