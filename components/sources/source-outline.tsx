import type { Heading } from "../../core/sources/split-document.ts";
import classes from "./source-outline.module.css";

/** The headings of a document, each leading to its place. */
export function SourceOutline({ headings }: { headings: readonly Heading[] }) {
  const shown = headings.filter(({ text }) => text !== "");
  const top = Math.min(...shown.map(({ level }) => level));
  return (
    <nav className={classes.outline} aria-label="Headings">
      <h2 className={classes.title}>Headings</h2>
      {shown.length === 0 && <p className={classes.none}>This document has none.</p>}
      <ul>
        {shown.map(({ level, text, start }) => (
          <li key={start} style={{ paddingInlineStart: Math.min(level - top, 4) * 12 }}>
            <a className={classes.link} href={`#${headingAnchor(start)}`}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The name of the place where a heading stands. */
export function headingAnchor(start: number): string {
  return `at-${start}`;
}
