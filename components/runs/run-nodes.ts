import type { Graph } from "../../core/workflow/graph.ts";
import type { LiveNodes } from "../canvas/live-node.ts";
import { progressByNode, type NodeProgress } from "./node-progress.ts";
import type { RunFeed, RunSnapshot } from "./run-feed.ts";

/** What the cards of a run's graph read: worked out once per batch of events, and the same object while nothing changed. */
export function createRunNodes(graph: Graph, feed: RunFeed): Omit<LiveNodes, "isExpanded"> {
  let seen: RunSnapshot | null = null;
  let progress = new Map<string, NodeProgress>();
  return {
    subscribe: feed.subscribe,
    read(nodeId) {
      const snapshot = feed.read();
      if (snapshot !== seen) {
        const earlier = progress;
        progress = new Map([...progressByNode(graph, snapshot.state)].map(([id, news]) => [id, keptIfSame(earlier.get(id), news)]));
        seen = snapshot;
      }
      return progress.get(nodeId) ?? null;
    },
  };
}

function keptIfSame(before: NodeProgress | undefined, now: NodeProgress): NodeProgress {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(now) ? before : now;
}
