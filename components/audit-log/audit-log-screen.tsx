"use client";

import { Button } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { Box } from "../parts/box.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Empty, ReadFailed } from "../parts/screen-state.tsx";
import { TableSkeleton } from "../parts/table-skeleton.tsx";
import { useUrlState } from "../shell/use-url-state.ts";
import { AuditFilters } from "./audit-filters.tsx";
import { useAuditFeed } from "./audit-feed.ts";
import classes from "./audit-log-screen.module.css";
import { AuditPager } from "./audit-pager.tsx";
import { readAuditQuery } from "./audit-query.ts";
import { AuditTable } from "./audit-table.tsx";
import { ChainCheck } from "./chain-check.tsx";

/** Settings, Audit log: every change, newest first, and the check that nobody rewrote one. */
export function AuditLogScreen() {
  const [search, change] = useUrlState();
  const query = readAuditQuery(search);
  const page = useAuditFeed(query);
  const isFiltered = query.action !== undefined || query.actorId !== undefined;
  return (
    <>
      <PageHead title="Audit log" aside="who changed what, each entry sealed by the next" />
      <div className={classes.page}>
        <ChainCheck />
        {page.isPending && <TableSkeleton title="Entries" rows={12} />}
        {page.isError && !page.data && (
          <Box title="Entries">
            <ReadFailed error={page.error} onRetry={() => void page.refetch()} isRetrying={page.isFetching} />
          </Box>
        )}
        {page.data && (
          <Box title="Entries" aside={rangeText(page.data.entries)} action={<AuditFilters query={query} onChange={change} />}>
            {page.data.entries.length > 0 ? (
              <AuditTable entries={page.data.entries} />
            ) : (
              <Empty
                icon={IconHistory}
                title={isFiltered ? "No entry matches" : "No entries yet"}
                action={isFiltered && <Button onClick={() => change({ action: "", actor: "", before: "" })}>Show all</Button>}
              >
                {isFiltered ? "Nothing of this kind was done by this person." : "Every change stands here from now on."}
              </Empty>
            )}
            <AuditPager before={query.before} nextBefore={page.data.nextBefore} onChange={change} />
          </Box>
        )}
      </div>
    </>
  );
}

function rangeText(entries: readonly { sequence: number }[]): string | undefined {
  const newest = entries[0];
  const oldest = entries.at(-1);
  if (newest === undefined || oldest === undefined) return undefined;
  const number = new Intl.NumberFormat("en");
  return `${number.format(newest.sequence)} to ${number.format(oldest.sequence)}`;
}
