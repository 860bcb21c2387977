"use client";

import { useSearchParams } from "next/navigation";
import { useCallback } from "react";

/**
 * Filters, sorting and paging live in the address, so that a view can be reloaded, linked and gone back to.
 *
 * @returns the parameters, and a function that changes some of them; an empty value takes one away
 */
export function useUrlState(): [URLSearchParams, (changes: Record<string, string>, how?: "replace" | "push") => void] {
  const search = useSearchParams();
  const change = useCallback((changes: Record<string, string>, how: "replace" | "push" = "replace") => {
    const next = new URLSearchParams(window.location.search);
    for (const [name, value] of Object.entries(changes)) {
      if (value === "") next.delete(name);
      else next.set(name, value);
    }
    const query = next.size === 0 ? "" : `?${next.toString()}`;
    // Next follows these without asking the server for the page again.
    window.history[how === "push" ? "pushState" : "replaceState"](null, "", window.location.pathname + query);
  }, []);
  return [search, change];
}
