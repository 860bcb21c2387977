import type { ReactNode } from "react";
import classes from "./brief-sheet.module.css";

/** A brief on one sheet, and beside it what belongs to it. */
export function BriefSheet({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className={classes.page}>
      <div className={classes.sheet}>{children}</div>
      {aside}
    </div>
  );
}

/** One part of a brief: its name and what it is for at the left, its fields at the right. */
export function BriefRow({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className={classes.row} aria-label={title}>
      <div>
        <h2 className={classes.title}>{title}</h2>
        {hint !== undefined && <p className={classes.hint}>{hint}</p>}
      </div>
      <div className={classes.fields}>{children}</div>
    </section>
  );
}
