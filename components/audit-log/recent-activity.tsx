"use client";

import { IconHistory } from "@tabler/icons-react";
import Link from "next/link";
import { Box } from "../parts/box.tsx";
import { Initials } from "../parts/initials.tsx";
import classes from "../parts/line-list.module.css";
import { RelativeTime } from "../parts/relative-time.tsx";
import { Empty, ReadFailed } from "../parts/screen-state.tsx";
import { TableSkeleton } from "../parts/table-skeleton.tsx";
import { useAuditFeed } from "./audit-feed.ts";

const shownEntries = 10;

/** A summary begins with its verb; behind a name it goes on in small letters. */
function afterName(summary: string): string {
  return summary.charAt(0).toLocaleLowerCase("en") + summary.slice(1);
}

/** The last changes, as they happen. */
export function RecentActivity() {
  const page = useAuditFeed({ limit: shownEntries });
  if (page.isPending) return <TableSkeleton title="Recent activity" rows={5} />;
  return (
    <Box
      title="Recent activity"
      action={
        <Link className={classes.more} href="/settings/audit-log">
          Audit log
        </Link>
      }
    >
      {page.isError && !page.data && (
        <ReadFailed error={page.error} onRetry={() => void page.refetch()} isRetrying={page.isFetching} />
      )}
      {page.data?.entries.length === 0 && (
        <Empty icon={IconHistory} title="Nothing happened yet">
          Every change that someone makes stands here and in the audit log.
        </Empty>
      )}
      <ul>
        {page.data?.entries.map((entry) => (
          <li key={entry.sequence} className={classes.line}>
            <Initials name={entry.actorName} size="s" />
            <span className={classes.words}>
              <b>
                <bdi>{entry.actorName}</bdi>
              </b>{" "}
              {afterName(entry.summary)}
            </span>
            <span className={classes.end}>
              <RelativeTime at={entry.at} />
            </span>
          </li>
        ))}
      </ul>
    </Box>
  );
}
