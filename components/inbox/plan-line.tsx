import { Button } from "@mantine/core";
import { IconBan, IconCircleCheck, IconCircleX, IconPencil, IconUserCheck } from "@tabler/icons-react";
import Link from "next/link";
import { RelativeTime } from "../parts/relative-time.tsx";
import classes from "./plan-line.module.css";
import type { PlanRow, PlanStanding } from "./plan-standing.ts";

const icons = { writing: IconPencil, waiting: IconUserCheck, approved: IconCircleCheck, refused: IconCircleX, stopped: IconBan } as const;

/** One plan: its name and question, how it stands, and at most one verb. */
export function PlanLine({ plan, standing, isPressing }: { plan: PlanRow; standing: PlanStanding; isPressing: boolean }) {
  const Mark = icons[standing.tone];
  const path = `/workflows/${plan.id}`;
  return (
    <li className={classes.line}>
      <span className={classes.mark} data-tone={standing.tone}>
        <Mark size={16} stroke={1.75} aria-hidden="true" />
      </span>
      <div className={classes.words}>
        <Link href={path} className={classes.title}>
          {plan.title}
        </Link>
        <p className={classes.sub}>
          {standing.word}
          {plan.newestRevision !== null && `, revision ${plan.newestRevision}`}. {plan.title === plan.question ? "" : plan.question}
        </p>
      </div>
      <span className={classes.when}>
        <bdi>{plan.createdByName}</bdi>, <RelativeTime at={plan.updatedAt} />
      </span>
      {standing.verb !== null && (
        <Button component={Link} href={path} variant={isPressing ? "filled" : "default"} className={classes.verb} aria-label={`${standing.verb}: ${plan.title}`}>
          {standing.verb}
        </Button>
      )}
    </li>
  );
}
