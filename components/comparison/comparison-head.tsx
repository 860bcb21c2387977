import { NativeSelect } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { Change, Difference } from "../../core/comparison/describe-changes.ts";
import { differenceMarks } from "../canvas/difference-stat.tsx";
import type { ApiOutput } from "../shell/api.ts";
import { useIsPhone } from "../parts/use-is-phone.ts";
import classes from "./comparison-head.module.css";

interface ComparisonHeadProps {
  workflow: { id: string; title: string };
  revisions: NonNullable<ApiOutput["workflows"]["get"]>["revisions"];
  from: number;
  to: number;
  changes: readonly Change[];
  onChoose(choice: { from: string } | { to: string }): void;
  children: ReactNode;
}

const savedAt = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
const differences: readonly Difference[] = ["added", "removed", "changed"];

/** Which two revisions are compared, who saved them when, and how many nodes differ how. */
export function ComparisonHead({ workflow, revisions, from, to, changes, onChoose, children }: ComparisonHeadProps) {
  const isPhone = useIsPhone();
  const choices = revisions.toReversed().map(({ number, createdByName, createdAt }) => ({ value: String(number), label: isPhone ? `Revision ${number}` : `Revision ${number}, ${savedAt.format(createdAt)}`, title: `Saved by ${createdByName}` }));
  const savedWords = (number: number) => revisions.filter((revision) => revision.number === number).map(({ createdAt }) => savedAt.format(createdAt));
  const count = (difference: Difference) => changes.filter((change) => change.part.type === "node" && change.difference === difference).length;
  return (
    <header className={classes.head}>
      <h1 className={classes.title}>
        <Link href={`/workflows/${workflow.id}`} className={classes.crumb}>
          {workflow.title}
        </Link>
        <span className={classes.here}>
          <span aria-hidden="true">/</span> Compare
        </span>
      </h1>
      <div className={classes.choice}>
        <NativeSelect aria-label="Earlier revision" data={choices} value={String(from)} onChange={(event) => onChoose({ from: event.currentTarget.value })} />
        <IconArrowRight size={14} stroke={1.9} aria-hidden="true" />
        <NativeSelect aria-label="Later revision" data={choices} value={String(to)} onChange={(event) => onChoose({ to: event.currentTarget.value })} />
        <p className={classes.saved}>{savedWords(from)}</p>
        <p className={classes.saved}>{savedWords(to)}</p>
      </div>
      <p className={classes.counts}>
        {differences.map((difference) => {
          const Mark = differenceMarks[difference];
          return (
            <span key={difference} data-difference={difference}>
              <Mark size={12} stroke={2.1} aria-hidden="true" /> {count(difference)} {difference}
            </span>
          );
        })}
      </p>
      <div className={classes.end}>{children}</div>
    </header>
  );
}
