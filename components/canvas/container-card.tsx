import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import type { NodeProps } from "@xyflow/react";
import type { MouseEvent } from "react";
import classes from "./container-card.module.css";
import { DifferenceStat } from "./difference-stat.tsx";
import { useFoldedParts } from "./folded-parts.tsx";
import { kinds } from "./kind.ts";
import { useLiveNode } from "./live-node.ts";
import { LiveBar, LiveItems, LiveStat, useIsExpanded } from "./live-stat.tsx";
import { CardHandles } from "./node-card.tsx";
import { nodeFacts } from "./node-facts.ts";
import { Pins } from "./pins.tsx";
import type { CardNode } from "./project-graph.ts";
import { isNear, useZoomLevel } from "./zoom-level.tsx";

/** A map or a loop: a frame around the cards of its body; a map looks like a stack. */
export function ContainerCard({ data: { node, findings, comments, difference }, selected }: NodeProps<CardNode>) {
  const { icon: Mark, label } = kinds[node.kind];
  const level = useZoomLevel();
  const { left, right, meta, isLimitMissing } = nodeFacts(node);
  const live = useLiveNode(node.id);
  const isExpanded = useIsExpanded();
  const folds = useFoldedParts();
  const isFolded = folds?.folded.has(node.id) === true;
  const fold = (event: MouseEvent) => {
    event.stopPropagation();
    folds?.toggle(node.id, node.title);
  };
  return (
    <div className={classes.frame} data-kind={node.kind} data-level={level} data-selected={selected || undefined} data-status={live?.status} data-difference={difference ?? undefined}>
      <CardHandles />
      <Pins findings={findings} comments={comments} isPinned />
      <div className={classes.head} title={meta}>
        <Mark size={16} stroke={1.75} role="img" aria-label={label} className={classes.icon} />
        <span className={classes.title} title={node.title}>{node.title}</span>
        {folds !== null && (
          // The outline says the same to who can't point.
          <button type="button" className={`${classes.fold} nodrag`} tabIndex={-1} title={isFolded ? `Show what is in ${node.title}` : `Fold ${node.title}`} onClick={fold}>
            {isFolded ? <IconChevronRight size={14} stroke={1.9} /> : <IconChevronDown size={14} stroke={1.9} />}
          </button>
        )}
      </div>
      {isFolded && <p className={classes.folded}>folded{isNear(level) && `, ${meta}`}</p>}
      {difference !== null ? (
        isNear(level) && <DifferenceStat difference={difference} />
      ) : live === null ? (
        <div className={classes.foot}>
          <span data-missing={isLimitMissing || undefined}>{left}</span>
          <span className={classes.end}>{right}</span>
        </div>
      ) : (
        <>
          {isExpanded && live.items !== null && <LiveItems live={live} />}
          <div className={classes.live}>
            <LiveBar live={live} />
            <LiveStat live={live} />
          </div>
        </>
      )}
    </div>
  );
}
