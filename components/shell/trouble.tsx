import type { Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { MiddleCard } from "../parts/middle-card.tsx";
import classes from "./trouble.module.css";

type TroubleProps = { icon: Icon; title: string; kept: string; children: ReactNode; action: ReactNode };

/** A page that can't be shown: what happened, what was kept, what to do. */
export function Trouble({ icon: Mark, title, kept, children, action }: TroubleProps) {
  return (
    <MiddleCard size="wide" label={title}>
      <div className={classes.trouble}>
        <Mark size={20} stroke={1.6} aria-hidden="true" className={classes.mark} />
        <div className={classes.words}>
          <h1>{title}</h1>
          <p>{children}</p>
          <p>{kept}</p>
          <div className={classes.actions}>{action}</div>
        </div>
      </div>
    </MiddleCard>
  );
}
