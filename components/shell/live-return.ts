/** Calls `onChange` when the network comes back and when the tab is shown or hidden, until `signal`. */
export function onReturn(onChange: () => void, signal: AbortSignal): void {
  window.addEventListener("online", onChange, { signal });
  document.addEventListener("visibilitychange", onChange, { signal });
}
