"use client";

import { useQuery } from "@tanstack/react-query";
import { useApi } from "../shell/api.ts";
import { lookAgainMs } from "../shell/use-inbox-news.ts";

/** Open comments that wait for this member, the newest first. */
export function useMyComments() {
  const api = useApi();
  const read = useQuery(api.annotations.mine.queryOptions(undefined, { refetchInterval: lookAgainMs }));
  return { read, comments: read.data ?? [] };
}
