"use client";

import { createContext, use, useMemo, useState, type ReactNode } from "react";
import type { Graph } from "../../core/workflow/graph.ts";
import { useAnnounce } from "../shell/announcer.tsx";
import { openAround } from "./fold-graph.ts";

/** Containers and phases whose nodes aren't shown, by the id of the container or "phase" and the id of the phase. */
interface FoldedParts {
  folded: ReadonlySet<string>;
  /** Folds a part or opens it, and says so under its title. */
  toggle(part: string, title: string): void;
}

const Folded = createContext<FoldedParts | null>(null);

/** What is folded in the outline is folded on the canvas, and the other way round; what gets selected is opened up to. */
export function FoldedPartsProvider({ graph, selectedId, children }: { graph: Graph; selectedId: string | null; children: ReactNode }) {
  const announce = useAnnounce();
  const [{ folded, openedFor }, setState] = useState<{ folded: ReadonlySet<string>; openedFor: string | null }>({ folded: new Set(), openedFor: null });
  if (selectedId !== openedFor) setState({ folded: openAround(folded, selectedId, graph), openedFor: selectedId });
  const parts = useMemo(
    () => ({
      folded,
      toggle: (part: string, title: string) => {
        announce(folded.has(part) ? `Opened ${title}` : `Folded ${title}`);
        setState((earlier) => ({ ...earlier, folded: toggled(earlier.folded, part) }));
      },
    }),
    [folded, announce],
  );
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
