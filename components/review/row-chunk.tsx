import { useEffect, useRef, useState, type ReactNode } from "react";
import classes from "./outline.module.css";

/** As many rows as fill a screen: fewer would be drawn too often, more would be drawn for nothing. */
const chunkLength = 40;
/** How far from what is seen rows are drawn already, in pixels. */
const nearness = 600;

/** A long list in parts that are drawn apart. */
export function chunksOf<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / chunkLength) }, (_, index) => rows.slice(index * chunkLength, (index + 1) * chunkLength));
}

interface RowChunkProps {
  count: number;
  /** Drawn wherever it is: it holds the focus, or is the first. */
  isKept: boolean;
  draw(): ReactNode;
}

/** Some rows of a list of hundreds: drawn while they are near what is seen of the list; else only their room is kept. */
export function RowChunk({ count, isKept, draw }: RowChunkProps) {
  const box = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  const [room, setRoom] = useState<{ count: number; height: number } | null>(null);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, boundingClientRect } of entries) {
          // It leaves with the height that its rows had.
          if (!isIntersecting) setRoom({ count, height: boundingClientRect.height });
          setNear(isIntersecting);
        }
      },
      // Of whatever scrolls the list; a browser that doesn't know it draws rows as they come into view.
      { scrollMargin: `${nearness}px 0px` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [count]);
  const isDrawn = isNear || isKept;
  return (
    <div ref={box} role="none" className={classes.chunk} style={isDrawn ? undefined : { height: room?.count === count ? room.height : `calc(${count} * var(--row-height))` }}>
      {isDrawn && draw()}
    </div>
  );
}
