"use client";

import { Anchor } from "@mantine/core";
import { useUrlState } from "../shell/use-url-state.ts";
import { EventLine } from "./event-line.tsx";
import classes from "./latest-events.module.css";
import { latestLines } from "./latest-line.ts";
import { useRun, useRunSnapshot, useSelectedStep } from "./run-context.tsx";

const shown = 14;

/** What happened last, newest first. */
export function LatestEvents() {
  const { graph } = useRun();
  const { state, newest } = useRunSnapshot();
  const { select } = useSelectedStep();
  const [, change] = useUrlState();
  const originMs = (state.startedAt ?? state.createdAt)?.getTime() ?? 0;
  return (
    <section aria-label="Latest events">
      <div className={classes.head}>
        <h2>Latest events</h2>
        <Anchor component="button" type="button" className={classes.all} onClick={() => change({ tab: "events" }, "push")}>
          All {state.sequence.toLocaleString("en")}
        </Anchor>
      </div>
      <ul className={classes.list}>
        {latestLines(newest, shown).map(({ entry, passages }) => (
          <li key={entry.sequence}>
            <EventLine entry={entry} passages={passages} graph={graph} originMs={originMs} onSelect={select} />
          </li>
        ))}
      </ul>
    </section>
  );
}
