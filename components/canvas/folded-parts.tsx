"use client";

import { createContext, use, useMemo, useState, type ReactNode } from "react";

/** Containers and phases whose nodes aren't shown, by the id of the container or "phase" and the id of the phase. */
interface FoldedParts {
  folded: ReadonlySet<string>;
  toggle(part: string): void;
}

const Folded = createContext<FoldedParts | null>(null);

/** What is folded in the outline is folded on the canvas, and the other way round. */
export function FoldedPartsProvider({ children }: { children: ReactNode }) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const parts = useMemo(() => ({ folded, toggle: (part: string) => setFolded((earlier) => toggled(earlier, part)) }), [folded]);
  return <Folded value={parts}>{children}</Folded>;
}

function toggled(parts: ReadonlySet<string>, part: string): ReadonlySet<string> {
  const next = new Set(parts);
  if (!next.delete(part)) next.add(part);
  return next;
}

/** What is folded, and how to change it; null where nothing can be. */
export function useFoldedParts(): FoldedParts | null {
  return use(Folded);
}
