"use client";

import { VisuallyHidden } from "@mantine/core";
import { mayRole } from "../../core/access/permission.ts";
import { RecentActivity } from "../audit-log/recent-activity.tsx";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import classes from "./inbox.module.css";
import { PeopleBox } from "./people-box.tsx";
import { PlanBoxes } from "./plan-boxes.tsx";
import { SampleBox } from "./sample-box.tsx";

/** The first page: what needs you, what happened, who is here. */
export function Inbox() {
  const me = useSignedInMember();
  return (
    <div className={classes.page}>
      <VisuallyHidden>
        <h1>Inbox</h1>
      </VisuallyHidden>
      <div className={classes.column}>
        <PlanBoxes />
        {mayRole(me.role, "audit-log-read") && <RecentActivity />}
      </div>
      <div className={classes.column}>
        <SampleBox />
        <PeopleBox />
      </div>
    </div>
  );
}
