import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { kinds } from "../canvas/kind.ts";
import { countText, durationText, moneyText, spanText } from "../parts/number-text.ts";
import { StatusMark } from "../parts/status-mark.tsx";
import classes from "./step-list.module.css";
import type { StepRow } from "./step-row.ts";

interface BarScale {
  originMs: number;
  axisMs: number;
  nowMs: number;
}

interface StepLineProps {
  row: StepRow;
  isSelected: boolean;
  bar: BarScale;
  onSelect(): void;
  onToggle(): void;
}

/** One step: where it stands in the tree, how it stands, what it cost, when it ran. */
export function StepLine({ row, isSelected, bar, onSelect, onToggle }: StepLineProps) {
  const { icon: Mark, label } = kinds[row.kind];
  const Fold = row.isOpen ? IconChevronDown : IconChevronRight;
  const hasChildren = row.childCount > 0;
  return (
    <div
      id={`row ${row.id}`}
      role="treeitem"
      aria-level={row.level}
      aria-selected={isSelected}
      aria-expanded={hasChildren ? row.isOpen : undefined}
      className={classes.row}
      data-status={row.status}
      tabIndex={-1}
      onClick={onSelect}
      onKeyDown={({ key }) => key === "Enter" && onSelect()}
    >
      <div className={classes.name} style={{ paddingInlineStart: 8 + (row.level - 1) * 16 }}>
        {/* The arrow keys open and close for the keyboard; this is for the mouse. */}
        <span
          className={classes.fold}
          role="presentation"
          onClick={(event) => {
            if (!hasChildren) return;
            event.stopPropagation();
            onToggle();
          }}
        >
          {hasChildren && <Fold size={12} stroke={2.1} aria-hidden="true" />}
        </span>
        <Mark size={14} stroke={1.9} className={classes.icon} role="img" aria-label={label} />
        <span className={classes.title}>{row.title}</span>
        {row.aside !== "" && <span className={classes.aside}>{row.aside}</span>}
      </div>
      <div className={classes.status}>
        <StatusMark status={row.status} />
      </div>
      <div className={classes.number}>{(row.costMicroUsd ?? 0) > 0 && moneyText(row.costMicroUsd)}</div>
      <Bar row={row} {...bar} />
    </div>
  );
}

/** When the step ran; a failed one says beside it why, to the left where that is free. */
function Bar({ row: { startedAt, endedAt, status, step }, originMs, axisMs, nowMs }: { row: StepRow } & BarScale) {
  if (startedAt === null) return <div className={classes.track} />;
  const start = Math.max(0, startedAt.getTime() - originMs);
  const end = Math.max(start, (endedAt?.getTime() ?? nowMs) - originMs);
  const [left, width] = [(start / axisMs) * 100, ((end - start) / axisMs) * 100];
  const tries = step !== null && step.attempt > 1 ? `, ${countText(step.attempt, "attempt")}` : "";
  const words = `${(endedAt === null ? durationText : spanText)(end - start)}${tries}${status === "failed" && step?.error ? `, ${step.error.message}` : ""}`;
  const isBefore = left > 45 && (status === "failed" || left + width > 92);
  const place = isBefore ? { right: `calc(${100 - left}% + 6px)` } : { left: `calc(${left + width}% + 6px)`, maxWidth: `max(44px, calc(${100 - left - width}% - 6px))` };
  return (
    <div className={classes.track}>
      <span className={classes.bar} style={{ left: `${left}%`, width: `${width}%` }} />
      <span className={classes.words} style={place} title={words}>
        {words}
      </span>
    </div>
  );
}
