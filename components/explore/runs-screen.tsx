"use client";

import { Button, Kbd } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconPlayerPlay } from "@tabler/icons-react";
import { useState } from "react";
import pager from "../audit-log/audit-pager.module.css";
import { Box } from "../parts/box.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Empty, ReadFailed } from "../parts/screen-state.tsx";
import { TableSkeleton } from "../parts/table-skeleton.tsx";
import { useApi } from "../shell/api.ts";
import { useCarefulNavigation } from "../shell/careful-navigation.ts";
import { useKeyBinding } from "../shell/keyboard.tsx";
import { useUrlState } from "../shell/use-url-state.ts";
import { RunFilters } from "./run-filters.tsx";
import { RunTable } from "./run-table.tsx";
import { readRunsQuery, spellPlace, spellSort, toInput } from "./runs-query.ts";
import classes from "./runs-screen.module.css";

/** So often the newest page looks for what began or ended. */
const lookAgainMs = 10_000;

/** Every run there was, the newest first or by another column: filtered and searched, page by page. */
export function RunsScreen() {
  const api = useApi();
  const go = useCarefulNavigation();
  const [params, change] = useUrlState();
  const query = readRunsQuery(params);
  const [today] = useState(startOfDay);
  const page = useQuery(api.runs.list.queryOptions(toInput(query, today), { placeholderData: keepPreviousData, refetchInterval: query.after === null ? lookAgainMs : false }));
  const [at, setAt] = useState(-1);
  const runs = page.data?.runs ?? [];
  const selectedId = runs[at]?.id ?? null;
  const move = (by: number) => {
    const next = Math.max(0, Math.min(runs.length - 1, at + by));
    setAt(next);
    document.querySelector(`[data-run="${runs[next]?.id ?? ""}"]`)?.scrollIntoView({ block: "nearest" });
  };
  useKeyBinding({ keys: ["j"], label: "Next run", group: "This page", run: () => move(1) });
  useKeyBinding({ keys: ["k"], label: "Run before", group: "This page", run: () => move(-1) });
  useKeyBinding({ keys: ["Enter"], label: "Open the run", group: "This page", run: () => selectedId !== null && go(`/runs/${selectedId}`) });
  useKeyBinding({ keys: ["f"], label: "Failed only", group: "This page", run: () => change({ status: query.statuses.length === 0 ? "failed" : "", after: "" }) });
  const isFiltered = query.search !== "" || query.statuses.length > 0 || query.isWaiting || query.auditResults.length > 0 || query.startedById !== null || query.days !== null || query.minCost !== null;
  const goTo = (after: string) => {
    change({ after }, "push");
    setAt(-1);
    window.scrollTo(0, 0);
  };
  const next = page.data?.next ?? null;
  const isNewestFirst = query.sort === "started" && !query.isAscending;
  return (
    <>
      <PageHead title="Runs" aside={page.data && countWords(page.data)} />
      <RunFilters query={query} onChange={change} />
      <div className={classes.page}>
        {page.isPending && <TableSkeleton title="Runs" rows={12} />}
        {page.isError && page.data === undefined && (
          <Box title="Runs">
            <ReadFailed error={page.error} onRetry={() => void page.refetch()} isRetrying={page.isFetching} />
          </Box>
        )}
        {page.data !== undefined && (
          <section className={classes.box} aria-label="Runs" aria-busy={page.isPlaceholderData}>
            {runs.length > 0 ? (
              <RunTable runs={runs} selectedId={selectedId} order={{ by: query, onSort: (column) => change({ sort: spellSort(query, column), after: "" }, "push") }} />
            ) : (
              <Empty
                icon={IconPlayerPlay}
                title={isFiltered ? "No run matches" : "Nothing has run yet"}
                action={isFiltered && <Button onClick={() => change({ q: "", status: "", audit: "", waiting: "", who: "", days: "", cost: "", after: "" })}>Show all</Button>}
              >
                {isFiltered ? "No run has all of this at once." : "A plan runs once somebody approved it. Every run stands here from then on, with what it cost and what came of it."}
              </Empty>
            )}
            <div className={pager.foot}>
              <Button disabled={query.after === null} onClick={() => goTo("")}>
                {isNewestFirst ? "Newest" : "First"}
              </Button>
              <Button disabled={next === null} onClick={() => next !== null && goTo(spellPlace(next))}>
                {isNewestFirst ? "Older" : "Further"}
              </Button>
              <p className={pager.keys}>
                <Kbd>j</Kbd> <Kbd>k</Kbd> move <Kbd>Enter</Kbd> open <Kbd>f</Kbd> failed only
              </p>
            </div>
          </section>
        )}
      </div>
    </>
  );
}

function countWords({ total, isTotalExact }: { total: number; isTotalExact: boolean }): string {
  return `${isTotalExact ? "" : "more than "}${total.toLocaleString("en")}`;
}

function startOfDay(): Date {
  const day = new Date();
  day.setHours(0, 0, 0, 0);
  return day;
}
