import type { Graph } from "../../core/workflow/graph.ts";
import { cardSize, type Size } from "../../core/workflow/node-size.ts";

interface LaneSpan {
  id: string;
  title: string;
  /** Left and right end on the canvas. */
  from: number;
  to: number;
  nodeIds: string[];
}

const margin = 26;

/** The phase in whose lane a place is, else the nearest; undefined where there is none, or what has no phase stands. */
export function phaseAt(x: number, { phases, ...rest }: Pick<Graph, "nodes" | "phases">, positions: Graph["layout"], sizes: ReadonlyMap<string, Size>): string | undefined {
  const away = ({ from, to }: LaneSpan) => Math.max(from - x, x - to, 0);
  const [nearest] = laneSpans({ phases, ...rest }, positions, sizes).toSorted((a, b) => away(a) - away(b));
  return phases.find(({ id }) => id === nearest?.id)?.id;
}

/** Where each phase's lane begins and ends: around its cards, meeting its neighbours half-way. */
export function laneSpans({ nodes, phases }: Pick<Graph, "nodes" | "phases">, positions: Graph["layout"], sizes: ReadonlyMap<string, Size>): LaneSpan[] {
  const outer = nodes.filter(({ parent }) => parent === undefined);
  const known = new Set<string | undefined>(phases.map(({ id }) => id));
  const lanes = phases.length === 0 ? [] : [...phases, { id: "none of the phases", title: "Without a phase" }];
  const spans = lanes.flatMap(({ id, title }, index): LaneSpan[] => {
    const isIn = ({ phase }: { phase?: string | undefined }) => (index < phases.length ? phase === id : !known.has(phase));
    const own = outer.filter(isIn);
    const edges = own.flatMap((node) => {
      const left = positions[node.id]?.x ?? 0;
      return [left, left + (sizes.get(node.id) ?? cardSize).width];
    });
    return own.length === 0 ? [] : [{ id, title, from: Math.min(...edges) - margin, to: Math.max(...edges) + margin, nodeIds: own.map((node) => node.id) }];
  });
  const ordered = spans.toSorted((a, b) => a.from - b.from);
  for (const [index, span] of ordered.entries()) {
    const next = ordered[index + 1];
    if (next === undefined) continue;
    const middle = (span.to + next.from) / 2;
    span.to = middle;
    next.from = middle;
  }
  return ordered;
}
