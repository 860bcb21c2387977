"use client";

import { SegmentedControl } from "@mantine/core";
import { eventGroupNames, type EventGroup } from "../../core/run/event-group.ts";
import { useUrlState } from "../shell/use-url-state.ts";
import classes from "./event-list.module.css";
import { EventsOfGroup } from "./events-of-group.tsx";
import { EveryEvent } from "./every-event.tsx";

const labels: Record<EventGroup, string> = { decisions: "Decisions", failures: "Failures", steps: "Steps", calls: "Calls", passages: "Passages" };

/** The events of a run, all of them or those of one group; which one is in the address. */
export function EventList() {
  const [params, change] = useUrlState();
  const group = eventGroupNames.find((name) => name === params.get("events")) ?? null;
  return (
    <section className={classes.events} aria-label="Events">
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          aria-label="Which events"
          value={group ?? "all"}
          onChange={(value) => change({ events: value === "all" ? "" : value })}
          data={[{ value: "all", label: "All" }, ...eventGroupNames.map((name) => ({ value: name, label: labels[name] }))]}
        />
      </div>
      {group === null ? <EveryEvent /> : <EventsOfGroup key={group} group={group} />}
    </section>
  );
}
