import type { ReactNode } from "react";
import classes from "./page-head.module.css";

/** The strip below the top bar: what this page is, how much of it there is, and what one can do here. */
export function PageHead({ title, aside, children }: { title: string; aside?: ReactNode; children?: ReactNode }) {
  return (
    <header className={classes.head}>
      <h1>{title}</h1>
      {aside !== undefined && <span className={classes.aside}>{aside}</span>}
      <div className={classes.actions}>{children}</div>
    </header>
  );
}
