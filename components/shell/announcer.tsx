"use client";

import { VisuallyHidden } from "@mantine/core";
import { createContext, use, useCallback, useState, type ReactNode } from "react";

const AnnounceContext = createContext<(text: string) => void>(() => undefined);

/** The one live region of the page: what changes without being asked for is said here to a screen reader. */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ text: "", count: 0 });
  const announce = useCallback((text: string) => setSaid(({ count }) => ({ text, count: count + 1 })), []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <VisuallyHidden role="status" aria-live="polite">
        {/* A new element each time, so that the same words are said again. */}
        <span key={said.count}>{said.text}</span>
      </VisuallyHidden>
    </AnnounceContext>
  );
}

/** @returns a function that says a short sentence to a screen reader */
export function useAnnounce(): (text: string) => void {
  return use(AnnounceContext);
}
