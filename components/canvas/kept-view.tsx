"use client";

import { createContext, use, useRef, type ReactNode, type RefObject } from "react";
import type { View } from "./graph-view.ts";

const KeptViewContext = createContext<RefObject<View | null> | null>(null);

/** Graphs inside are opened where the one before was left: the plan that becomes a revision, the revision after a save. */
export function KeepView({ children }: { children: ReactNode }) {
  return <KeptViewContext value={useRef<View | null>(null)}>{children}</KeptViewContext>;
}

/** Where the graph before was left; null where nobody keeps that. */
export function useKeptView(): RefObject<View | null> | null {
  return use(KeptViewContext);
}
