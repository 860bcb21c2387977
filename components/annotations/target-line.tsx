import { IconAlertTriangle, IconArrowRight, IconListCheck, IconQuote, IconSitemap, IconSquareRounded } from "@tabler/icons-react";
import type { AnnotationTarget } from "../../core/annotation/annotation-target.ts";
import classes from "./thread-card.module.css";

const icons = { plan: IconSitemap, node: IconSquareRounded, edge: IconArrowRight, requirement: IconListCheck, finding: IconAlertTriangle, text: IconQuote } as const;

/** What a thread is about, in a line; a button where one can go there. */
export function TargetLine({ target, name, isOutdated = false, onShow }: { target: AnnotationTarget; name: string; isOutdated?: boolean; onShow?: () => void }) {
  const Mark = icons[target.type];
  const words = (
    <>
      <Mark size={14} stroke={1.9} aria-hidden="true" />
      <span className={classes.name}>{name}</span>
      {isOutdated && <span className={classes.mark}>outdated</span>}
    </>
  );
  if (onShow === undefined) return <p className={classes.target}>{words}</p>;
  return (
    <button type="button" className={classes.target} onClick={onShow} title={name}>
      {words}
    </button>
  );
}
