"use client";

import { IconInbox } from "@tabler/icons-react";
import { VisuallyHidden } from "@mantine/core";
import { mayRole } from "../../core/access/permission.ts";
import { RecentActivity } from "../audit-log/recent-activity.tsx";
import { Box } from "../parts/box.tsx";
import { Empty } from "../parts/screen-state.tsx";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import classes from "./inbox.module.css";
import { PeopleBox } from "./people-box.tsx";

/** The first page: what needs you, what happened, who is here. */
export function Inbox() {
  const me = useSignedInMember();
  return (
    <div className={classes.page}>
      <VisuallyHidden>
        <h1>Inbox</h1>
      </VisuallyHidden>
      <div className={classes.column}>
        <Box title="Needs you" aside="0">
          <Empty icon={IconInbox} title="Nothing waits for you">
            Plans to review, checkpoints that wait for an answer, and runs that failed stand here, the most pressing first.
          </Empty>
        </Box>
        {mayRole(me.role, "audit-log-read") && <RecentActivity />}
      </div>
      <div className={classes.column}>
        <PeopleBox />
      </div>
    </div>
  );
}
