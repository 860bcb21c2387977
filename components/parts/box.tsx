import type { ReactNode } from "react";
import classes from "./box.module.css";

type BoxProps = {
  title: string;
  /** Stands beside the title: a count, a short remark. */
  aside?: ReactNode;
  /** Stands at the far end of the head: a link or a small button. */
  action?: ReactNode;
  children: ReactNode;
};

/** A titled panel with a hairline border, the unit that pages are made of. */
export function Box({ title, aside, action, children }: BoxProps) {
  return (
    <section className={classes.box} aria-label={title}>
      <div className={classes.head}>
        <h2>{title}</h2>
        {aside !== undefined && <span className={classes.aside}>{aside}</span>}
        <span className={classes.grow} />
        {action}
      </div>
      {children}
    </section>
  );
}

/** The padded inside of a {@link Box} that holds text or a form rather than rows. */
export function BoxBody({ children }: { children: ReactNode }) {
  return <div className={classes.body}>{children}</div>;
}
