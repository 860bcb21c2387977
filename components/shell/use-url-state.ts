"use client";

import { useSearchParams } from "next/navigation";
import { useMemo, useSyncExternalStore } from "react";

type UrlChange = (changes: Record<string, string>, how?: "replace" | "push") => void;

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", listener);
  };
}

/** Writes the address; Next follows without asking the server for the page again. */
const change: UrlChange = (changes, how = "replace") => {
  const next = new URLSearchParams(window.location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === "") next.delete(name);
    else next.set(name, value);
  }
  const query = next.size === 0 ? "" : `?${next.toString()}`;
  window.history[how === "push" ? "pushState" : "replaceState"](null, "", window.location.pathname + query);
  for (const listener of listeners) listener();
};

/**
 * Filters, sorting and paging live in the address, so that a view can be reloaded, linked and gone back to.
 *
 * @returns the parameters, and a function that changes some of them; an empty value takes one away
 */
export function useUrlState(): [URLSearchParams, UrlChange] {
  // Next tells of its own navigations, but in a transition: a field that follows the address would drop letters. So
  // the address itself is read, and Next's news only makes this render again.
  const known = useSearchParams().toString();
  const query = useSyncExternalStore(
    subscribe,
    () => window.location.search,
    () => known,
  );
  return [useMemo(() => new URLSearchParams(query), [query]), change];
}
