"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Box } from "../parts/box.tsx";
import lines from "../parts/line-list.module.css";
import { RunTable } from "../explore/run-table.tsx";
import { RunLine } from "../runs/run-line.tsx";
import { useRunsInNeed } from "../runs/use-runs-in-need.ts";
import { waitKindText } from "../runs/wait-kind-text.ts";
import { useApi } from "../shell/api.ts";
import { lookAgainMs } from "../shell/use-inbox-news.ts";

const recent = 6;
/** Lines for what runs want of this member: decisions first, then what failed. */
export function RunNeeds({ isPressing }: { isPressing: boolean }) {
  const { waiting, failed, failedAudit } = useRunsInNeed();
  return (
    <>
      {waiting.map((run, index) => {
        const [first] = run.waits;
        const asks = first === undefined || first.title === "" ? waitKindText[first?.kind ?? "checkpoint"] : first.title;
        return <RunLine key={run.id} run={run} title={run.title} words={`Waits for you. ${asks}`} tone="waiting" verb={first?.kind === "paused" ? "Open" : "Decide"} isPressing={isPressing && index === 0} />;
      })}
      {failed.map((run) => (
        <RunLine key={run.id} run={run} title={`Run failed: ${run.title}`} words={run.question} tone="refused" verb="See why" isFailure />
      ))}
      {failedAudit.map((run) => (
        <RunLine key={run.id} run={run} title={`Audit failed: ${run.title}`} words={`The run completed, its result doesn’t hold. ${run.question}`} tone="refused" verb="Open audit" path={`/runs/${run.id}?tab=audit`} isFailure />
      ))}
    </>
  );
}

/** The last few runs, whoever started them; nothing before the first. */
export function RecentRuns() {
  const api = useApi();
  const runs = useQuery(api.runs.list.queryOptions({ limit: recent }, { refetchInterval: lookAgainMs }));
  if (runs.data === undefined || runs.data.runs.length === 0) return null;
  return (
    <Box
      title="Recent runs"
      action={
        <Link className={lines.more} href="/runs">
          All runs
        </Link>
      }
    >
      <RunTable runs={runs.data.runs} />
    </Box>
  );
}
