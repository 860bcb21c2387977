"use client";

import { useLayoutEffect, useRef, useState, type HTMLAttributes, type ReactNode, type UIEvent } from "react";
import classes from "./row-window.module.css";

interface RowWindowProps {
  /** How many rows there are in all. */
  count: number;
  /** Of every row, in pixels. */
  rowHeight: number;
  /** Draws one row; only those in view and a few around them are asked for. */
  renderRow(index: number): ReactNode;
  /** A row to bring into view whenever it becomes another one; null for none. */
  shownIndex?: number | null;
  /** Stays at the end while rows are added there, as long as the reader is there. */
  isFollowing?: boolean;
  /** What the list is and how it answers to keys. */
  attributes: HTMLAttributes<HTMLDivElement>;
  /** Told which rows are in view. */
  onRange?(from: number, to: number): void;
  /** Stands behind the rows, as wide and high as all of them. */
  backdrop?: ReactNode;
}

const around = 8;
/** So near to the end counts as being there. */
const atEnd = 4;

/** A long list of rows of one height, of which only those in view exist: a hundred thousand scroll like ten. */
export function RowWindow({ count, rowHeight, renderRow, shownIndex = null, isFollowing = false, attributes, onRange, backdrop }: RowWindowProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(isFollowing);
  const [view, setView] = useState({ top: 0, height: 600 });
  const from = Math.max(0, Math.floor(view.top / rowHeight) - around);
  const to = Math.min(count, Math.ceil((view.top + view.height) / rowHeight) + around);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = () => setView({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || shownIndex === null) return;
    const top = shownIndex * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + element.clientHeight) element.scrollTop = top + rowHeight - element.clientHeight;
  }, [shownIndex, rowHeight]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element !== null && count > 0 && isFollowing && isAtEnd.current) element.scrollTop = element.scrollHeight;
  }, [count, isFollowing]);

  useLayoutEffect(() => onRange?.(from, to), [from, to, onRange]);

  const follow = ({ currentTarget: { scrollTop, clientHeight, scrollHeight } }: UIEvent) => {
    isAtEnd.current = scrollTop + clientHeight >= scrollHeight - atEnd;
    setView({ top: scrollTop, height: clientHeight });
  };
  return (
    // A list one scrolls must be reachable by keyboard.
    <div ref={scroller} className={classes.scroller} onScroll={follow} {...attributes}>
      <div className={classes.rows} style={{ height: count * rowHeight }} role="presentation">
        {backdrop}
        <div className={classes.inView} style={{ transform: `translateY(${from * rowHeight}px)` }} role="presentation">
          {Array.from({ length: Math.max(0, to - from) }, (_, index) => renderRow(from + index))}
        </div>
      </div>
    </div>
  );
}
