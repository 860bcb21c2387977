import { LiveHub } from "./live-hub.ts";
import { onReturn } from "./live-return.ts";
import type { LiveSource } from "./live-source.ts";
import { createLiveClient, streamOpener } from "./live-stream.ts";

/**
 * A hub of one tab alone, for browsers without shared workers. It holds its connection only while someone looks:
 * a browser allows six per server over all its tabs.
 */
export function createTabSource(sessionId: string): LiveSource {
  const hub = new LiveHub({
    open: (positions, events) => streamOpener(createLiveClient(window.location.origin), sessionId)(positions, events),
    isOnline: () => navigator.onLine,
  });
  const look = (): void => {
    hub.setAwake(document.visibilityState === "visible");
    hub.nudge();
  };
  return {
    get status() {
      return hub.status;
    },
    subscribe: (topic, from, reader) => hub.subscribe(topic, from, reader),
    nudge: () => hub.nudge(),
    watch(onStatus) {
      const ears = new AbortController();
      onReturn(look, ears.signal);
      window.addEventListener("offline", () => hub.lose(), { signal: ears.signal });
      look();
      const stopWatching = hub.watch(onStatus);
      return () => {
        ears.abort();
        stopWatching();
      };
    },
  };
}
