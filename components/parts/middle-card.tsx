import type { ReactNode } from "react";
import classes from "./middle-card.module.css";

type MiddleCardProps = {
  /** `narrow` for a form, `wide` for sentences. */
  size: "narrow" | "wide";
  /** What a screen reader calls it, where it is a part of a page. */
  label?: string;
  children: ReactNode;
};

/** One card in the middle of what is otherwise empty; on a phone a narrow one is the whole page. */
export function MiddleCard({ size, label, children }: MiddleCardProps) {
  return (
    <div className={classes.page} data-size={size}>
      <section className={classes.card} aria-label={label}>
        {children}
      </section>
    </div>
  );
}
