import { LiveHub } from "./live-hub.ts";
import { holdLifeLock, onLifeLockFreed } from "./live-life-lock.ts";
import { createLiveClient, streamOpener } from "./live-stream.ts";
import type { TabMessage, WorkerMessage } from "./live-worker-message.ts";

/** The SharedWorker in which one hub serves all tabs of a session; the tabs' side is live-worker-source.ts. */

const ownLock = holdLifeLock();
let hub: LiveHub | null = null;

function hubOf(sessionId: string): LiveHub {
  hub ??= new LiveHub({ open: streamOpener(createLiveClient(self.origin), sessionId), isOnline: () => navigator.onLine });
  return hub;
}

self.addEventListener("online", () => hub?.nudge());

self.addEventListener("connect", (event) => {
  const [port] = (event as MessageEvent).ports;
  if (port !== undefined) serveTab(port);
});

function serveTab(port: MessagePort): void {
  const leaves = new Map<number, () => void>();
  const life = new AbortController();
  const tell = (message: WorkerMessage): void => port.postMessage(message);

  const greet = ({ lockName: tabLock, sessionId }: Extract<TabMessage, { kind: "hello" }>): void => {
    const shared = hubOf(sessionId);
    const tellStatus = (): void => tell({ kind: "status", status: shared.status });
    void ownLock.then((lockName) => tell({ kind: "welcome", lockName }));
    tellStatus();
    const stopWatching = shared.watch(tellStatus);
    life.signal.addEventListener("abort", () => {
      for (const leave of leaves.values()) leave();
      stopWatching();
      port.close();
    });
    onLifeLockFreed(tabLock, life.signal, () => life.abort());
  };

  const follow = ({ followId, topic, from }: Extract<TabMessage, { kind: "follow" }>): void => {
    const leave = hub?.subscribe(topic, from, {
      onEntries: (entries) => tell({ kind: "entries", followId, entries }),
      onGlimpse: (glimpse) => tell({ kind: "glimpse", followId, glimpse }),
      onRestart: () => tell({ kind: "restart", followId }),
      onRefused: () => tell({ kind: "refuse", followId }),
    });
    if (leave !== undefined) leaves.set(followId, leave);
  };

  port.addEventListener("message", ({ data: message }: MessageEvent<TabMessage>) => {
    switch (message.kind) {
      case "hello":
        return greet(message);
      case "follow":
        return follow(message);
      case "leave":
        leaves.get(message.followId)?.();
        leaves.delete(message.followId);
        return;
      case "nudge":
        return hub?.nudge();
      case "lose":
        return hub?.lose();
      case "goodbye":
        return life.abort();
    }
  });
  port.start();
}
