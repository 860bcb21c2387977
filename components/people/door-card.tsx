import type { ReactNode } from "react";
import { MiddleCard } from "../parts/middle-card.tsx";
import { BrandMark } from "../shell/brand-mark.tsx";
import classes from "./door-card.module.css";

/** The page outside the frame: one card in the middle, for who isn't in yet. */
export function DoorCard({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <main className={classes.door}>
      <MiddleCard size="narrow">
        <p className={classes.brand}>
          <BrandMark />
          Countersign
        </p>
        <h1>{title}</h1>
        {lead !== undefined && <p className={classes.lead}>{lead}</p>}
        {children}
      </MiddleCard>
    </main>
  );
}
