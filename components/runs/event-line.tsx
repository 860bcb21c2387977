import { IconAlertOctagon, IconInfoCircle } from "@tabler/icons-react";
import type { RunEntry } from "../../core/run/run-event.ts";
import { nodeIdOf, placeOfStep } from "../../core/run/step-id.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import { itemText } from "../parts/item-text.ts";
import { countText, durationText } from "../parts/number-text.ts";
import { statusText } from "../parts/status-text.ts";
import { exactTimeText } from "../parts/time-text.ts";
import classes from "./event-line.module.css";
import { eventWords } from "./event-words.ts";

interface EventLineProps {
  entry: RunEntry;
  /** How many passages the line stands for, where it stands for several. */
  passages?: number;
  graph: Pick<Graph, "nodes">;
  /** From when times are counted. */
  originMs: number;
  isSelected?: boolean;
  onSelect?: ((stepId: string) => void) | undefined;
}

/** One event as one line: when, what kind, whom it is about, what happened, its number. */
export function EventLine({ entry: { sequence, at, event }, passages = 0, graph, originMs, isSelected = false, onSelect }: EventLineProps) {
  const { tone, stepId, text: words } = eventWords(event);
  const text = passages > 1 ? `read ${countText(passages, "passage")}` : words;
  const Mark = tone === "error" ? IconAlertOctagon : tone === "note" ? IconInfoCircle : statusText[tone].icon;
  const line = (
    <>
      <span className={classes.at} title={exactTimeText(at)}>
        {durationText(at.getTime() - originMs)}
      </span>
      <Mark size={14} stroke={1.9} className={classes.mark} data-tone={tone} aria-hidden="true" />
      <span className={classes.text} title={stepId === null ? text : `${stepTitle(stepId, graph)} ${text}`}>
        {stepId !== null && <b>{shortTitle(stepId, graph)}</b>} {text}
      </span>
      <span className={classes.sequence}>{sequence}</span>
    </>
  );
  if (stepId === null || onSelect === undefined) return <div className={classes.line}>{line}</div>;
  return (
    <button type="button" className={classes.line} data-selected={isSelected || undefined} onClick={() => onSelect(stepId)}>
      {line}
    </button>
  );
}

/** What a step is called: its node's title, and the item it runs for. */
export function stepTitle(stepId: string, { nodes }: Pick<Graph, "nodes">): string {
  const title = nodes.find(({ id }) => id === nodeIdOf(stepId))?.title ?? nodeIdOf(stepId);
  const place = placeOfStep(stepId);
  return place === null ? title : `${itemText(decodeURIComponent(place.itemId))} · ${title}`;
}

/** The same where there is little room: of an item the last part of its path. */
function shortTitle(stepId: string, graph: Pick<Graph, "nodes">): string {
  const place = placeOfStep(stepId);
  return place === null ? stepTitle(stepId, graph) : (itemText(decodeURIComponent(place.itemId)).split("/").at(-1) ?? "");
}
