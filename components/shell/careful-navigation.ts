import { useRouter } from "next/navigation";
import type { MouseEvent } from "react";
import { failureText } from "./api-failure.ts";
import { useLiveStatus } from "./live-provider.tsx";
import { toastFailed } from "./toast.tsx";

const probeTimeoutMs = 3000;

/**
 * Goes to another page unless the server is gone. Next would then load the address afresh, and the browser's own error
 * page would replace the frame with all that is typed in it.
 */
export function useCarefulNavigation(): (path: string) => void {
  const router = useRouter();
  const { state } = useLiveStatus();
  const isDoubtful = state === "reconnecting" || state === "offline";
  const go = async (path: string): Promise<void> => {
    if (!isDoubtful || (await isServerThere())) return router.push(path);
    toastFailed(failureText.unreachable.title, "You stay on this page and keep what is on it.", () => void go(path));
  };
  return (path) => void go(path);
}

/** The live stream may be cut by a proxy while pages still load, so the server itself is asked. */
async function isServerThere(): Promise<boolean> {
  try {
    return (await fetch("/api/health", { cache: "no-store", signal: AbortSignal.timeout(probeTimeoutMs) })).ok;
  } catch {
    return false;
  }
}

/** @returns the page that a click leads to inside this tab; null when the browser should do what it always does. */
export function clickedPath(event: MouseEvent): string | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (link === null || link.target !== "" || link.origin !== window.location.origin) return null;
  if (link.hash !== "" && link.pathname === window.location.pathname) return null;
  return link.pathname + link.search + link.hash;
}
