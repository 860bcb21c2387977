"use client";

import { useQueryClient } from "@tanstack/react-query";
import { createContext, use, useCallback, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from "react";
import { unopenedStatus, type LiveSource, type LiveStatus } from "./live-source.ts";
import { createTabSource } from "./live-tab-source.ts";
import { LiveWorkerSource } from "./live-worker-source.ts";

const SourceContext = createContext<LiveSource | null>(null);

/** Gives every screen below it live entries, over one connection for all tabs of the session. */
export function LiveProvider({ sessionId, children }: { sessionId: string; children: ReactNode }) {
  const [mayShare, setMayShare] = useState(true);
  const source = useMemo(
    () => (mayShare && isShareable() ? createSharedSource(sessionId, () => setMayShare(false)) : createTabSource(sessionId)),
    [sessionId, mayShare],
  );
  const queryClient = useQueryClient();
  // The stream stays open as long as the frame is there, whether or not anything shows its status. When it opens, the
  // server answers again: what failed to load meanwhile is asked for again.
  useEffect(() => {
    const refetch = (): void => {
      if (source.status.state !== "live") return;
      void queryClient.refetchQueries({ type: "active", predicate: ({ state }) => state.status === "error" });
    };
    return source.watch(refetch);
  }, [source, queryClient]);
  return <SourceContext value={source}>{children}</SourceContext>;
}

/** @returns where live entries come from; null outside the frame. */
export function useLiveSource(): LiveSource | null {
  return use(SourceContext);
}

/** @returns how the live connection stands. */
export function useLiveStatus(): LiveStatus {
  const source = useLiveSource();
  const watch = useCallback((onStatus: () => void) => source?.watch(onStatus) ?? (() => undefined), [source]);
  return useSyncExternalStore(
    watch,
    () => source?.status ?? unopenedStatus,
    () => unopenedStatus,
  );
}

/** Web Locks come with HTTPS or localhost only; without them the worker couldn't tell which tabs are gone. */
function isShareable(): boolean {
  return "SharedWorker" in globalThis && "locks" in navigator;
}

function createSharedSource(sessionId: string, onUnavailable: () => void): LiveSource {
  return new LiveWorkerSource({
    sessionId,
    onUnavailable,
    // The name holds the session, so that another sign-in never meets the hub of the last one.
    startWorker: () => new SharedWorker(new URL("./live-worker.ts", import.meta.url), { type: "module", name: `countersign-live-${sessionId}` }),
  });
}
