import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useCallback } from "react";

interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface View {
  x: number;
  y: number;
  zoom: number;
}

/** What heads of lanes and controls cover, and at the side what a lane is wider than its cards, in pixels of the screen. */
const margin = { top: 48, bottom: 60, side: 26 };
const smallestZoom = 0.1;
/** Below this a card is a mark. */
const readableZoom = 0.5;

/** The view of a graph from its beginning, top left, whole unless its cards become smaller than `minZoom` allows. */
export function viewOf(bounds: Bounds, { width, height }: { width: number; height: number }, minZoom: number): View {
  const fitting = Math.min((width - 2 * margin.side) / bounds.width, (height - margin.top - margin.bottom) / bounds.height);
  const zoom = Math.max(minZoom, Math.min(1, fitting));
  return { zoom, x: margin.side - bounds.x * zoom, y: margin.top - bounds.y * zoom };
}

/** Whether a node stands in what is seen of a graph, below the heads of the lanes. */
export function isInView({ x, y, width, height }: Bounds, view: View, screen: { width: number; height: number }): boolean {
  const left = x * view.zoom + view.x;
  const top = y * view.zoom + view.y;
  return left >= 0 && top >= 28 && left + width * view.zoom <= screen.width && top + height * view.zoom <= screen.height;
}

/** The view moved just so far that a node stands in it; in its middle when nothing of the node was seen, or it is too large. */
export function viewOn({ x, y, width, height }: Bounds, view: View, screen: { width: number; height: number }): View {
  const zoom = Math.max(view.zoom, readableZoom);
  const middle = { zoom, x: screen.width / 2 - (x + width / 2) * zoom, y: screen.height / 2 - (y + height / 2) * zoom };
  if (zoom !== view.zoom) return middle;
  const room = { left: margin.side, top: margin.top, right: screen.width - margin.side, bottom: screen.height - margin.bottom };
  const seen = { left: x * zoom + view.x, top: y * zoom + view.y, right: (x + width) * zoom + view.x, bottom: (y + height) * zoom + view.y };
  const isApart = seen.right < 0 || seen.bottom < 0 || seen.left > screen.width || seen.top > screen.height;
  if (isApart || seen.right - seen.left > room.right - room.left || seen.bottom - seen.top > room.bottom - room.top) return middle;
  return {
    zoom,
    x: view.x + Math.max(0, room.left - seen.left) - Math.max(0, seen.right - room.right),
    y: view.y + Math.max(0, room.top - seen.top) - Math.max(0, seen.bottom - room.bottom),
  };
}

/** Ways to bring a graph into view. */
export function useGraphView() {
  const { getNodes, getNodesBounds, setViewport, getViewport } = useReactFlow();
  const store = useStoreApi();
  const show = useCallback(
    (minZoom: number) => {
      if (getNodes().length > 0) void setViewport(viewOf(getNodesBounds(getNodes()), store.getState(), minZoom));
    },
    [getNodes, getNodesBounds, setViewport, store],
  );
  return {
    /** All of it, however small its cards become. */
    fit: useCallback(() => show(smallestZoom), [show]),
    /** Its beginning, at a size at which cards can be read. */
    open: useCallback(() => show(readableZoom), [show]),
    /** A node that somebody chose elsewhere and that isn't whole in view, as near as the rest is. */
    bring: useCallback(
      (nodeId: string) => {
        const screen = store.getState();
        const bounds = getNodesBounds([nodeId]);
        const view = getViewport();
        if (bounds.width === 0 || isInView(bounds, view, screen)) return;
        void setViewport(viewOn(bounds, view, screen));
      },
      [getNodesBounds, getViewport, setViewport, store],
    ),
    /** A node that is out of view: with all others while that can be read, else alone, what it follows from left of it. */
    reveal: useCallback(
      (nodeId: string) => {
        const screen = store.getState();
        const bounds = getNodesBounds([nodeId]);
        if (isInView(bounds, getViewport(), screen)) return;
        const whole = viewOf(getNodesBounds(getNodes()), screen, readableZoom);
        if (isInView(bounds, whole, screen)) return void setViewport(whole);
        const { zoom } = whole;
        void setViewport({ zoom, x: screen.width * 0.66 - (bounds.x + bounds.width / 2) * zoom, y: screen.height / 2 - (bounds.y + bounds.height / 2) * zoom });
      },
      [getNodes, getNodesBounds, getViewport, setViewport, store],
    ),
  };
}
