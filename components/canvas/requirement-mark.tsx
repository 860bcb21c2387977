import classes from "./requirement-mark.module.css";

/** A requirement by its short name; a critical one has a dark border, one that nobody covers is red. */
export function RequirementMark({ id, isCritical = false, isMissing = false }: { id: string; isCritical?: boolean; isMissing?: boolean }) {
  return (
    <span className={classes.mark} data-critical={isCritical || undefined} data-missing={isMissing || undefined}>
      {id.toUpperCase()}
    </span>
  );
}
