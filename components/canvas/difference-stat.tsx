import { IconMinus, IconPencil, IconPlus } from "@tabler/icons-react";
import type { Difference } from "../../core/comparison/describe-changes.ts";
import classes from "./difference-stat.module.css";

/** How people tell differences apart: a mark and a word. */
export const differenceMarks = { added: IconPlus, removed: IconMinus, changed: IconPencil } as const;

const words = { added: "Added", removed: "Removed", changed: "Changed", same: "unchanged" } as const;

/** The foot of a card where two revisions are compared. */
export function DifferenceStat({ difference }: { difference: Difference | "same" }) {
  const Mark = difference === "same" ? null : differenceMarks[difference];
  return (
    <div className={`${classes.stat} ${classes.tint}`} data-difference={difference}>
      {Mark !== null && <Mark size={12} stroke={2.1} aria-hidden="true" />}
      {words[difference]}
    </div>
  );
}
