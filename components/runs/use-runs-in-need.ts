"use client";

import { useQuery } from "@tanstack/react-query";
import { useApi } from "../shell/api.ts";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import { mayAnswer } from "./use-my-waits.ts";
import { lookAgainMs } from "../shell/use-inbox-news.ts";

/** Runs that wait for this member, and their own that failed, or failed their audit, of late. */
export function useRunsInNeed() {
  const api = useApi();
  const me = useSignedInMember();
  const read = useQuery(api.runs.inNeed.queryOptions(undefined, { refetchInterval: lookAgainMs }));
  const waiting = (read.data?.waiting ?? []).flatMap((run) => {
    const waits = run.waits.filter(({ kind }) => mayAnswer(me.role, kind));
    return waits.length === 0 ? [] : [{ ...run, waits }];
  });
  return { read, waiting, failed: read.data?.failed ?? [], failedAudit: read.data?.failedAudit ?? [] };
}
