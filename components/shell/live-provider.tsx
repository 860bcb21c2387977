"use client";

import { createContext, use, useEffect, useState, type ReactNode } from "react";
import { LiveHub } from "./live-hub.ts";
import type { LiveSource, LiveStatus } from "./live-source.ts";
import { streamOpener } from "./live-stream.ts";
import { LiveWorkerSource } from "./live-worker-source.ts";

const SourceContext = createContext<LiveSource | null>(null);
const StatusContext = createContext<LiveStatus | null>(null);

/** Gives every screen below it live entries, over one connection for all tabs of the session. */
export function LiveProvider({ sessionId, children }: { sessionId: string; children: ReactNode }) {
  const [mayShare, setMayShare] = useState(true);
  const [source, setSource] = useState<LiveSource | null>(null);
  const [status, setStatus] = useState<LiveStatus | null>(null);

  useEffect(() => {
    const { live, stop } = mayShare && isShareable() ? openShared(sessionId, () => setMayShare(false)) : openOwn(sessionId);
    setSource(live);
    const stopWatching = live.watch(setStatus);
    return () => {
      stopWatching();
      stop();
    };
  }, [sessionId, mayShare]);

  return (
    <SourceContext value={source}>
      <StatusContext value={status}>{children}</StatusContext>
    </SourceContext>
  );
}

/** @returns where live entries come from; null until the page runs in a browser, or outside the frame. */
export function useLiveSource(): LiveSource | null {
  return use(SourceContext);
}

/** @returns how the live connection stands; null until the page runs in a browser, or outside the frame. */
export function useLiveStatus(): LiveStatus | null {
  return use(StatusContext);
}

type OpenedSource = { live: LiveSource; stop: () => void };

/** Web Locks come with HTTPS or localhost only; without them the worker couldn't tell which tabs are gone. */
function isShareable(): boolean {
  return "SharedWorker" in window && "locks" in navigator;
}

function openShared(sessionId: string, onUnavailable: () => void): OpenedSource {
  const live = new LiveWorkerSource({
    sessionId,
    onUnavailable,
    // The name holds the session, so that another sign-in never meets the hub of the last one.
    startWorker: () => new SharedWorker(new URL("./live-worker.ts", import.meta.url), { type: "module", name: `countersign-live-${sessionId}` }),
  });
  return { live, stop: onReturn(() => live.nudge()) };
}

/** A connection of this tab alone, only while someone looks: a browser allows six per server over all its tabs. */
function openOwn(sessionId: string): OpenedSource {
  const live = new LiveHub({ open: streamOpener(window.location.origin, sessionId), isOnline: () => navigator.onLine });
  const look = (): void => {
    live.setAwake(document.visibilityState === "visible");
    live.nudge();
  };
  look();
  return { live, stop: onReturn(look) };
}

/** Calls `onChange` when the network comes back or the tab is shown or hidden. */
function onReturn(onChange: () => void): () => void {
  const ears = new AbortController();
  window.addEventListener("online", onChange, { signal: ears.signal });
  document.addEventListener("visibilitychange", onChange, { signal: ears.signal });
  return () => ears.abort();
}
