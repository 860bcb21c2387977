import { useMemo, useState } from "react";
import type { Graph } from "../../core/workflow/graph.ts";

interface Selection {
  selectedId: string | null;
  onSelect(id: string | null): void;
}

/** Which nodes are selected together: the one on the right alone, or several. */
export interface Picked {
  ids: ReadonlySet<string>;
  /** Selects one node and no other. */
  select(id: string | null): void;
  pick(ids: Iterable<string>): void;
}

const none: ReadonlySet<string> = new Set();

/** Several nodes selected at once, beside the one that the address names. What is gone from the graph is selected no more. */
export function usePicked({ selectedId, onSelect }: Selection, nodes: Graph["nodes"]): Picked {
  const [several, setSeveral] = useState(none);
  const ids = useMemo(() => {
    const there = new Set(nodes.flatMap(({ id }) => (several.has(id) ? [id] : [])));
    return there.size > 1 ? there : selectedId === null ? none : new Set([selectedId]);
  }, [several, nodes, selectedId]);
  return useMemo(() => {
    const select = (id: string | null) => {
      setSeveral(none);
      onSelect(id);
    };
    const pick = (wanted: Iterable<string>) => {
      const inside = new Set(wanted);
      if (inside.size < 2) return select([...inside][0] ?? null);
      setSeveral(inside);
    };
    return { ids, select, pick };
  }, [ids, onSelect]);
}
