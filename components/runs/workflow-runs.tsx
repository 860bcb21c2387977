"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Box } from "../parts/box.tsx";
import lines from "../parts/line-list.module.css";
import { RelativeTime } from "../parts/relative-time.tsx";
import { StatusMark } from "../parts/status-mark.tsx";
import { useApi } from "../shell/api.ts";
import { shortRunId } from "./run-name.ts";

const shown = 20;

/** The runs of one workflow, the newest first; nothing until there is one. */
export function WorkflowRuns({ workflowId }: { workflowId: string }) {
  const api = useApi();
  const runs = useQuery(api.runs.list.queryOptions({ workflowId, limit: shown }));
  if (runs.data === undefined || runs.data.runs.length === 0) return null;
  return (
    <Box title="Runs" aside={runs.data.total}>
      <ul>
        {runs.data.runs.map(({ id, status, revision, createdAt, startedByName }) => (
          <li key={id} className={lines.line}>
            <StatusMark status={status} />
            <span className={lines.words}>
              <Link href={`/runs/${id}`} className={lines.more}>
                run {shortRunId(id)}
              </Link>{" "}
              of revision {revision}, <bdi>{startedByName}</bdi>
            </span>
            <span className={lines.end}>
              <RelativeTime at={createdAt} />
            </span>
          </li>
        ))}
      </ul>
    </Box>
  );
}
