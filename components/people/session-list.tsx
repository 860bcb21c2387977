"use client";

import { useQuery } from "@tanstack/react-query";
import { Box } from "../parts/box.tsx";
import { ReadFailed } from "../parts/screen-state.tsx";
import { TableSkeleton } from "../parts/table-skeleton.tsx";
import { useApi } from "../shell/api.ts";
import { SessionRow } from "./session-row.tsx";

/** Where one is signed in; any session but this one can be ended here. */
export function SessionList() {
  const api = useApi();
  const sessions = useQuery(api.account.sessions.queryOptions());
  if (sessions.isPending) return <TableSkeleton title="Sessions" rows={2} />;
  return (
    <Box title="Sessions" aside={sessions.data?.length}>
      {sessions.isError && !sessions.data && (
        <ReadFailed error={sessions.error} onRetry={() => void sessions.refetch()} isRetrying={sessions.isFetching} />
      )}
      <ul>
        {sessions.data?.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
    </Box>
  );
}
