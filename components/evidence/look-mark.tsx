import type { Look } from "./claim-look.ts";
import classes from "./look-mark.module.css";

/** A state with its mark and word. */
export function LookMark({ look: { tone, word, icon: Mark }, isTinted = false }: { look: Look; isTinted?: boolean }) {
  return (
    <span className={classes.mark} data-tone={tone} data-tinted={isTinted || undefined}>
      <Mark size={14} stroke={1.9} aria-hidden="true" />
      {word}
    </span>
  );
}
