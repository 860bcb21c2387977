import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useStore } from "@xyflow/react";
import { memo, useMemo, type ReactNode } from "react";
import type { Graph } from "../../core/workflow/graph.ts";
import type { Size } from "../../core/workflow/node-size.ts";
import { phasePart } from "./fold-graph.ts";
import { useFoldedParts } from "./folded-parts.tsx";
import classes from "./lanes.module.css";
import { useLiveWords } from "./live-node.ts";
import { laneSpans } from "./lane-span.ts";

/** Phases as columns behind the cards, their heads at the top whatever part of the graph is in view. */
export const Lanes = memo(function Lanes({ graph, positions, sizes }: { graph: Graph; positions: Graph["layout"]; sizes: ReadonlyMap<string, Size> }) {
  const zoom = useStore(({ transform }) => transform[2]);
  const { nodes, phases } = graph;
  const folds = useFoldedParts();
  const phaseOf = (laneId: string) => phases.find(({ id }) => id === laneId)?.id;
  const spans = useMemo(() => laneSpans({ nodes, phases }, positions, sizes), [nodes, phases, positions, sizes]);
  const lanes = spans.map((lane) => ({ ...lane, place: { left: lane.from * zoom, width: (lane.to - lane.from) * zoom } }));
  return (
    <>
      <div className={classes.lanes} aria-hidden="true">
        <Shifted>
          {lanes.map(({ id, place }) => (
            <div key={id} className={classes.lane} style={place} />
          ))}
        </Shifted>
      </div>
      <div className={classes.heads} aria-hidden="true">
        <Shifted>
          {lanes.map(({ id, title, nodeIds, place }) => (
            <div key={id} className={classes.head} style={place}>
              {folds !== null && (
                // The outline says the same to who can't point.
                <button type="button" className={classes.fold} tabIndex={-1} title={folds.folded.has(phasePart(phaseOf(id))) ? `Show ${title}` : `Fold ${title}`} onClick={() => folds.toggle(phasePart(phaseOf(id)), title)}>
                  {folds.folded.has(phasePart(phaseOf(id))) ? <IconChevronRight size={14} stroke={1.9} /> : <IconChevronDown size={14} stroke={1.9} />}
                </button>
              )}
              <b>{title}</b>
              <LaneWords nodeIds={nodeIds} count={nodeIds.length} />
            </div>
          ))}
        </Shifted>
      </div>
    </>
  );
});

/** Goes sideways with the graph, without what is in it being laid out anew. */
function Shifted({ children }: { children: ReactNode }) {
  const left = useStore(({ transform }) => transform[0]);
  return (
    <div className={classes.shifted} style={{ transform: `translateX(${left}px)` }}>
      {children}
    </div>
  );
}

/** How many nodes a phase has; in a run, how they stand. */
function LaneWords({ nodeIds, count }: { nodeIds: string[]; count: number }) {
  const words = useLiveWords(nodeIds);
  return <span>{words ?? (count === 1 ? "1 node" : `${count} nodes`)}</span>;
}
